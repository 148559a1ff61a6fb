import { prepared } from '@/lib/infra/db/sql';
import type { EventfulTx } from '@/lib/infra/outbox/unit-of-work';
import { tellPeople } from '../notification/tell-people';
import { isIn } from './membership';
import { messageNotices } from './message-notices';

/** How long a message waits for its reader before they are told, s. */
const WAITS_SECONDS = 20;

interface Waiting {
  readonly id: string;
  readonly count: number;
  readonly sender: string;
  readonly text: string;
}

/**
 * Tells those of one conversation who have not read what was written a while ago: once, until they have looked. Who has muted it
 * or put it away is not told. `false`: nobody waits.
 */
export async function tellWaiting(tx: EventfulTx): Promise<boolean> {
  const { rows } = await tx.query<{ id: string; title: string }>(DUE);
  const conversation = rows[0];
  if (!conversation) return false;
  const { rows: waiting } = await tx.query<Waiting>(TELL, [conversation.id]);
  const byId = new Map(waiting.map((each) => [each.id, each]));
  await tellPeople(tx, {
    userIds: [...byId.keys()],
    kind: 'message',
    priority: 'normal',
    actionUrl: `/messages/${conversation.id}`,
    groupKey: `conversation:${conversation.id}`,
    write: ({ id, locale }) => {
      const { count = 0, sender = '', text = '' } = byId.get(id) ?? {};
      return messageNotices(locale).waiting({ count, sender, text, title: conversation.title });
    },
  });
  return true;
}

const UP_TO = 'greatest(member.read_seq, member.joined_seq)';

/** SQL over `message`: one of others after a place that somebody reads and has not deleted from their own view. */
const isFor = (reader: string, upTo: string) => `message.seq > ${upTo} AND message.sender_id <> ${reader}
    AND message.deleted_at IS NULL AND NOT EXISTS (SELECT 1 FROM message_hidden AS hidden
      WHERE hidden.message_id = message.id AND hidden.user_id = ${reader})`;

const WAITS = `member.conversation_id = conversation.id AND ${isIn()} AND member.muted_at IS NULL
  AND member.archived_at IS NULL AND member.told_seq <= ${UP_TO} AND conversation.last_seq > ${UP_TO}
  AND EXISTS (SELECT 1 FROM message WHERE message.conversation_id = conversation.id
    AND message.sent_at <= now() - interval '${WAITS_SECONDS} seconds' AND ${isFor('member.user_id', UP_TO)})`;

// Older ones were told when they came: a day is more than any outage.
const DUE = prepared(`
  SELECT conversation.id, coalesce(nullif(conversation.title, ''), subject.name, '') AS title
  FROM conversation LEFT JOIN course ON course.id = conversation.course_id
  LEFT JOIN subject ON subject.id = course.subject_id
  WHERE conversation.last_sent_at > now() - interval '1 day'
    AND EXISTS (SELECT 1 FROM conversation_member AS member WHERE ${WAITS})
  ORDER BY conversation.last_sent_at LIMIT 1 FOR NO KEY UPDATE OF conversation SKIP LOCKED`);

// How many wait, and whose the newest is.
const TELL = `
  WITH told AS (
    UPDATE conversation_member AS member SET told_seq = conversation.last_seq
    FROM conversation WHERE conversation.id = $1 AND ${WAITS}
    RETURNING member.user_id, ${UP_TO} AS up_to
  )
  SELECT told.user_id::text AS id, waiting.* FROM told
  JOIN LATERAL (SELECT (count(*) OVER ())::int AS count, app_user.name AS sender, left(message.text, 140) AS text
    FROM message JOIN app_user ON app_user.id = message.sender_id
    WHERE message.conversation_id = $1 AND ${isFor('told.user_id', 'told.up_to')}
    ORDER BY message.seq DESC LIMIT 1) AS waiting ON true`;
