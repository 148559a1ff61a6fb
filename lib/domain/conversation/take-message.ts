import { isUuid } from '@/lib/infra/db/is-uuid';
import type { SqlTx } from '@/lib/infra/db/sql';
import { DomainProblem } from '../problem';
import type { TakenConversation } from './membership';

/** A message of a conversation that is locked, as it is now. */
export interface TakenMessage {
  readonly id: string;
  readonly seq: number;
  readonly sender_id: string;
  readonly text: string;
  readonly revision: number;
  readonly deleted_at: Date | null;
}

/**
 * What somebody in a conversation may read of it.
 * @throws {DomainProblem} `resource.not_found`, also for what was sent before they came and for what they have deleted
 */
export async function takeMessage(
  tx: SqlTx,
  readerId: string,
  conversation: TakenConversation,
  id: string,
): Promise<TakenMessage> {
  const { rows } = isUuid(id)
    ? await tx.query<TakenMessage>(TAKE, [id, conversation.id, conversation.joined_seq, readerId])
    : { rows: [] };
  if (!rows[0]) throw new DomainProblem('resource.not_found');
  return rows[0];
}

const TAKE = `
  SELECT id, seq, sender_id, text, revision, deleted_at FROM message
  WHERE id = $1 AND conversation_id = $2 AND seq > $3
    AND NOT EXISTS (SELECT 1 FROM message_hidden WHERE message_id = message.id AND user_id = $4)`;
