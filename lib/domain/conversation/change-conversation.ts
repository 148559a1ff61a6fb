import type { ConversationDetail } from '@/lib/contracts/http/conversation';
import type { ChangeConversation } from '@/lib/contracts/http/conversation-requests';
import type { UnitOfWork } from '@/lib/infra/outbox/unit-of-work';
import { DomainProblem } from '../problem';
import type { SignedIn } from '../session/authenticate';
import { takeConversation } from './membership';
import { publishConversation } from './publish-conversation';
import { readConversation } from './read-conversation';

/**
 * Its owners name a conversation, and say who writes in it.
 * @throws {DomainProblem} `resource.not_found`, `auth.forbidden`; `precondition.failed` with what another has saved
 */
export async function changeConversation(
  unitOfWork: UnitOfWork,
  request: {
    actor: SignedIn;
    correlationId: string;
    id: string;
    ifMatch: number;
    given: ChangeConversation;
  },
): Promise<ConversationDetail> {
  const { actor, correlationId, id, ifMatch, given } = request;
  return unitOfWork.run({ correlationId }, async (tx) => {
    const before = await takeConversation(tx, actor.userId, id);
    if (before.type === 'direct' || !before.is_owner) throw new DomainProblem('auth.forbidden');
    if (ifMatch !== before.version)
      throw new DomainProblem('precondition.failed', {
        current: await readConversation(tx, actor.userId, id),
      });
    await tx.query(
      `UPDATE conversation SET title = coalesce($2, title), is_staff_only = coalesce($3, is_staff_only),
         version = version + 1 WHERE id = $1`,
      [before.id, given.title ?? null, given.is_staff_only ?? null],
    );
    publishConversation(tx, await takeConversation(tx, actor.userId, id), actor);
    return readConversation(tx, actor.userId, id);
  });
}
