import type { SqlTx } from '@/lib/infra/db/sql';
import { DomainProblem } from '../problem';
import type { SignedIn } from '../session/authenticate';
import type { TakenConversation } from './membership';

/**
 * Whether somebody who is in a conversation may say something there now.
 * @throws {DomainProblem} `conversation.read_only`; `conversation.partner_gone` when the other's account is not in use
 */
export async function requireWriting(
  tx: SqlTx,
  actor: SignedIn,
  conversation: TakenConversation,
): Promise<void> {
  if (conversation.is_staff_only && !conversation.is_owner && actor.role === 'student')
    throw new DomainProblem('conversation.read_only');
  if (conversation.type !== 'direct') return;
  const { rowCount } = await tx.query(
    `SELECT 1 FROM conversation_member AS other JOIN app_user ON app_user.id = other.user_id
     WHERE other.conversation_id = $1 AND other.user_id <> $2 AND app_user.status = 'active'`,
    [conversation.id, actor.userId],
  );
  if (rowCount === 0) throw new DomainProblem('conversation.partner_gone');
}
