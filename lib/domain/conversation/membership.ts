import { isUuid } from '@/lib/infra/db/is-uuid';
import { prepared, type SqlTx } from '@/lib/infra/db/sql';
import { inCourse } from '../course/queries';
import { DomainProblem } from '../problem';

/**
 * SQL over `conversation_member AS member` and `conversation`: whether they are in it now. Of a course's it takes the seat too,
 * not the row alone: whoever leaves the course reads nothing more from that moment, whenever the row follows.
 */
export const isIn = (member = 'member') => `${member}.left_at IS NULL
  AND (conversation.type <> 'course' OR ${inCourse(`${member}.user_id`, 'conversation.course_id')})`;

/** A conversation that is about to change, and where whoever changes it stands in it. */
export interface TakenConversation {
  readonly id: string;
  readonly type: 'direct' | 'group' | 'course';
  readonly title: string;
  readonly course_id: string | null;
  readonly is_staff_only: boolean;
  readonly last_seq: number;
  readonly version: number;
  readonly created_by: string;
  readonly is_owner: boolean;
  readonly joined_seq: number;
  readonly read_seq: number;
  /** Everybody in it now, the reader among them, by id. */
  readonly member_ids: readonly string[];
}

/**
 * Locks a conversation until the transaction ends: messages are numbered, and people come and go, one after the other. Who is
 * in it is read after the lock: what was read before the wait may be old.
 * @throws {DomainProblem} `resource.not_found`, also for those who are not in it
 */
export async function takeConversation(tx: SqlTx, userId: string, id: string): Promise<TakenConversation> {
  if (isUuid(id)) await tx.query(LOCK, [id]);
  return seeConversation(tx, userId, id);
}

/** The same without the lock, for what concerns nobody else in it. @throws {DomainProblem} `resource.not_found` */
export async function seeConversation(sql: SqlTx, userId: string, id: string): Promise<TakenConversation> {
  const { rows } = isUuid(id) ? await sql.query<TakenConversation>(READ, [id, userId]) : { rows: [] };
  if (!rows[0]) throw new DomainProblem('resource.not_found');
  return rows[0];
}

/** What every event of a conversation says of it. */
export const conversationNamed = (
  { id, type, title }: Pick<TakenConversation, 'id' | 'type' | 'title'>,
  participantIds: readonly string[],
) => ({ conversation_id: id, conversation_type: type, title, participant_ids: [...participantIds] });

/** The user's own place in a conversation, as far as reading it goes; `null` when they are not in it. */
export async function findMembership(
  sql: SqlTx,
  userId: string,
  conversationId: string,
): Promise<{ joined_seq: number } | null> {
  if (!isUuid(conversationId)) return null;
  const { rows } = await sql.query<{ joined_seq: number }>(FIND, [conversationId, userId]);
  return rows[0] ?? null;
}

const LOCK = prepared('SELECT 1 FROM conversation WHERE id = $1 FOR NO KEY UPDATE');

const READ = prepared(`
  SELECT conversation.id, conversation.type, conversation.title, conversation.course_id, conversation.is_staff_only,
    conversation.last_seq, conversation.version, conversation.created_by, own.is_owner, own.joined_seq, own.read_seq,
    ARRAY(SELECT member.user_id::text FROM conversation_member AS member
      WHERE member.conversation_id = conversation.id AND ${isIn()} ORDER BY member.user_id) AS member_ids
  FROM conversation JOIN conversation_member AS own ON own.conversation_id = conversation.id AND own.user_id = $2
  WHERE conversation.id = $1 AND ${isIn('own')}`);

const FIND = prepared(`
  SELECT own.joined_seq
  FROM conversation JOIN conversation_member AS own ON own.conversation_id = conversation.id AND own.user_id = $2
  WHERE conversation.id = $1 AND ${isIn('own')}`);
