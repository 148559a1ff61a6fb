import { prepared } from '@/lib/infra/db/sql';
import type { EventfulTx } from '@/lib/infra/outbox/unit-of-work';
import { inCourse } from '../course/queries';
import { takeOut } from './change-members';
import { conversationNamed, isIn, type TakenConversation } from './membership';

/** As many comings and goings as one transaction tells of. */
const MOST_AT_ONCE = 100;

/**
 * Brings the members of one course conversation to who is in the course now, and tells of each who has come or gone. What
 * anybody may read does not wait for this: it is judged by the course itself. `false`: there is nothing to do.
 */
export async function settleCourseMembers(tx: EventfulTx): Promise<boolean> {
  const { rows } = await tx.query<Pick<TakenConversation, 'id' | 'type' | 'title'>>(UNSETTLED);
  const conversation = rows[0];
  if (!conversation) return false;
  const { rows: gone } = await tx.query<{ id: string }>(GONE, [conversation.id, MOST_AT_ONCE]);
  const { rows: come } = await tx.query<{ id: string; name: string }>(COME, [conversation.id, MOST_AT_ONCE]);
  const { rows: members } = await tx.query<{ id: string }>(MEMBERS, [conversation.id]);
  const member_ids = members.map(({ id }) => id);
  for (const { id } of gone)
    await takeOut(tx, { ...conversation, member_ids }, { userId: id, by: '', reason: 'unenrolled' });
  for (const { id, name } of come)
    tx.publish('PARTICIPANT_ADDED', {
      ...conversationNamed(conversation, member_ids),
      user_id: id,
      user_name: name,
      added_by: '',
      added_by_name: '',
      added_at: new Date().toISOString(),
    });
  return true;
}

const BELONGS = inCourse('member.user_id', 'conversation.course_id');
const PEOPLE = `
  SELECT student_id AS id FROM enrollment WHERE course_id = conversation.course_id AND status = 'enrolled'
  UNION SELECT user_id FROM course_faculty WHERE course_id = conversation.course_id`;

const UNSETTLED = prepared(`
  SELECT conversation.id, conversation.type, conversation.title FROM conversation
  WHERE conversation.type = 'course' AND (
    EXISTS (SELECT 1 FROM conversation_member AS member
      WHERE member.conversation_id = conversation.id AND member.left_at IS NULL AND NOT ${BELONGS})
    OR EXISTS (SELECT 1 FROM (${PEOPLE}) AS person
      JOIN course ON course.id = conversation.course_id AND course.deleted_at IS NULL
      WHERE NOT EXISTS (SELECT 1 FROM conversation_member AS member
        WHERE member.conversation_id = conversation.id AND member.user_id = person.id AND member.left_at IS NULL)))
  LIMIT 1 FOR NO KEY UPDATE OF conversation SKIP LOCKED`);

const GONE = `
  SELECT member.user_id::text AS id FROM conversation_member AS member
  JOIN conversation ON conversation.id = member.conversation_id
  WHERE conversation.id = $1 AND member.left_at IS NULL AND NOT ${BELONGS} ORDER BY member.user_id LIMIT $2`;

// What was said in a course before somebody came to it is theirs to read too.
const COME = `
  WITH come AS (
    INSERT INTO conversation_member (conversation_id, user_id, is_owner)
    SELECT conversation.id, person.id, EXISTS (SELECT 1 FROM course_faculty
      WHERE course_id = conversation.course_id AND user_id = person.id)
    FROM conversation JOIN course ON course.id = conversation.course_id AND course.deleted_at IS NULL,
      LATERAL (${PEOPLE}) AS person
    WHERE conversation.id = $1 AND NOT EXISTS (SELECT 1 FROM conversation_member AS member
      WHERE member.conversation_id = conversation.id AND member.user_id = person.id AND member.left_at IS NULL)
    ORDER BY person.id LIMIT $2
    ON CONFLICT (conversation_id, user_id) DO UPDATE SET left_at = NULL, joined_at = now(),
      is_owner = excluded.is_owner
    RETURNING user_id
  )
  SELECT app_user.id::text, app_user.name FROM come JOIN app_user ON app_user.id = come.user_id ORDER BY app_user.id`;

const MEMBERS = `
  SELECT member.user_id::text AS id FROM conversation_member AS member
  JOIN conversation ON conversation.id = member.conversation_id
  WHERE conversation.id = $1 AND ${isIn()} ORDER BY member.user_id`;
