import type { MessageList, MessageView } from '@/lib/contracts/http/conversation';
import type { MessageListQuery } from '@/lib/contracts/http/conversation-requests';
import { prepared, type SqlTx } from '@/lib/infra/db/sql';
import { DomainProblem } from '../problem';
import { findMembership } from './membership';
import { isNotHidden, MESSAGE_COLUMNS, MESSAGE_JOINS } from './message-row';

/**
 * Messages of a conversation, oldest first: those before a place, those after one, or the newest; never what was sent before
 * the reader came, nor what they have deleted for themselves.
 * @throws {DomainProblem} `resource.not_found`
 */
export async function listMessages(
  sql: SqlTx,
  readerId: string,
  asked: { id: string } & MessageListQuery,
): Promise<MessageList> {
  const { id, before, after, limit } = asked;
  const membership = await findMembership(sql, readerId, id);
  if (!membership) throw new DomainProblem('resource.not_found');
  const goesForward = after !== undefined;
  const { rows } = await sql.query<MessageView>(goesForward ? FORWARD : BACK, [
    readerId,
    id,
    membership.joined_seq,
    goesForward ? after : (before ?? null),
    limit + 1,
  ]);
  const isCut = rows.length > limit;
  const page = rows.slice(0, limit);
  const items = goesForward ? page : page.reverse();
  if (goesForward) return { items, has_earlier: after > membership.joined_seq, has_later: isCut };
  return { items, has_earlier: isCut, has_later: before !== undefined };
}

const page = (place: string, order: string) =>
  prepared(`
  SELECT ${MESSAGE_COLUMNS} FROM message ${MESSAGE_JOINS}
  WHERE message.conversation_id = $2 AND message.seq > $3 AND ${place} AND ${isNotHidden(1)}
  ORDER BY message.seq ${order} LIMIT $5`);

const BACK = page('($4::int IS NULL OR message.seq < $4)', 'DESC');
const FORWARD = page('message.seq > $4::int', 'ASC');
