import { isoTime } from '@/lib/infra/db/iso-time';
import { isIn } from './membership';
import { isNotHidden, MESSAGE_COLUMNS, MESSAGE_JOINS } from './message-row';
import { RECEIPTS_UP_TO } from './read-marks';

/** No unread count goes further: nobody counts that many. */
const MOST_COUNTED = 1_000;

/** SQL over `conversation` and `own`: the last message that the reader has read, or that was there before them. */
export const READ_UP_TO = 'greatest(own.read_seq, own.joined_seq)';

/** SQL over `message`, `own`: one of others that the reader (parameter 1) has still to read. */
export const IS_UNREAD = `message.conversation_id = own.conversation_id AND message.seq > ${READ_UP_TO}
  AND message.sender_id <> $1 AND message.deleted_at IS NULL AND ${isNotHidden(1)}`;

/** SQL over `conversation` and `own`: where a list of conversations is ordered by. */
export const ACTIVE_AT = `CASE WHEN conversation.last_seq > own.joined_seq THEN conversation.last_sent_at ELSE own.joined_at END`;

const member = (row: string, user: string) =>
  `jsonb_build_object('id', ${user}.id, 'name', ${user}.name, 'role', ${user}.role, 'is_owner', ${row}.is_owner)`;

/** SQL: the conversations that the reader (parameter 1) is in. */
export const CONVERSATION_FROM = `
  FROM conversation_member AS own
  JOIN conversation ON conversation.id = own.conversation_id
  JOIN app_user AS reader ON reader.id = own.user_id
  LEFT JOIN course ON course.id = conversation.course_id
  LEFT JOIN subject ON subject.id = course.subject_id
  LEFT JOIN conversation_member AS other ON conversation.type = 'direct'
    AND other.conversation_id = conversation.id AND other.user_id <> own.user_id
  LEFT JOIN app_user AS partner ON partner.id = other.user_id`;
export const IS_READERS = `own.user_id = $1 AND ${isIn('own')}`;

/** SQL: what it is called to its reader. */
export const TITLE = `CASE WHEN conversation.type = 'direct' THEN coalesce(partner.name, '')
  ELSE coalesce(nullif(conversation.title, ''), subject.name, '') END`;

/** SQL: a conversation as its reader sees it in a list, over {@link CONVERSATION_FROM}. */
export const CONVERSATION_COLUMNS = `
  conversation.id, conversation.type, ${TITLE} AS title,
  CASE WHEN course.id IS NOT NULL THEN jsonb_build_object('id', course.id, 'code', subject.code, 'name', subject.name) END AS course,
  conversation.is_staff_only,
  (NOT conversation.is_staff_only OR own.is_owner OR reader.role <> 'student')
    AND (conversation.type <> 'direct' OR coalesce(partner.status = 'active', false)) AS may_write,
  conversation.type <> 'direct' AND own.is_owner AS may_manage,
  (SELECT count(*)::int FROM conversation_member AS member
    WHERE member.conversation_id = conversation.id AND ${isIn()}) AS member_count,
  CASE WHEN partner.id IS NOT NULL THEN ${member('other', 'partner')} END AS partner,
  conversation.last_seq,
  (SELECT to_jsonb(newest) FROM (SELECT ${MESSAGE_COLUMNS} FROM message ${MESSAGE_JOINS}
    WHERE message.conversation_id = conversation.id AND message.seq > own.joined_seq AND ${isNotHidden(1)}
    ORDER BY message.seq DESC LIMIT 1) AS newest) AS last_message,
  ${isoTime(ACTIVE_AT)} AS active_at, ${READ_UP_TO} AS read_seq,
  (SELECT greatest(count(*), (own.marked_unread_at IS NOT NULL)::int)::int
    FROM (SELECT 1 FROM message WHERE ${IS_UNREAD} LIMIT ${MOST_COUNTED}) AS unread) AS unread_count,
  conversation.last_seq > ${READ_UP_TO} AND EXISTS (SELECT 1 FROM message
    WHERE ${IS_UNREAD} AND message.mentioned_ids @> ARRAY[$1::uuid]) AS is_mentioned,
  ${isoTime('own.muted_at')} AS muted_at, ${isoTime('own.archived_at')} AS archived_at, conversation.version`;

/** SQL: everybody in it, and how far the others have read as far as they and the reader show it. */
export const DETAIL_COLUMNS = `
  (SELECT coalesce(jsonb_agg(${member('member', 'app_user')} ORDER BY app_user.name, app_user.id), '[]')
    FROM conversation_member AS member JOIN app_user ON app_user.id = member.user_id
    WHERE member.conversation_id = conversation.id AND ${isIn()}) AS members,
  (SELECT coalesce(jsonb_agg(jsonb_build_object('user_id', member.user_id, 'seq', member.read_seq,
      'read_at', ${isoTime('member.read_at')}) ORDER BY member.user_id), '[]')
    FROM conversation_member AS member
    WHERE member.conversation_id = conversation.id AND member.user_id <> own.user_id AND member.read_seq > 0
      AND ${isIn()}
      AND NOT EXISTS (SELECT 1 FROM messaging_setting AS hiding
        WHERE hiding.user_id IN (member.user_id, own.user_id) AND NOT hiding.receipts)
      AND (SELECT count(*) FROM conversation_member AS counted
        WHERE counted.conversation_id = conversation.id AND counted.left_at IS NULL) <= ${RECEIPTS_UP_TO}) AS read_marks`;
