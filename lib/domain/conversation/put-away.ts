import type { ConversationDetail } from '@/lib/contracts/http/conversation';
import type { UnitOfWork } from '@/lib/infra/outbox/unit-of-work';
import type { SignedIn } from '../session/authenticate';
import { conversationNamed, seeConversation } from './membership';
import { readConversation } from './read-conversation';

/** What somebody does with a conversation among their own; the others notice nothing of it. */
const acts = {
  archived: 'archived_at = coalesce(archived_at, now())',
  restored: 'archived_at = NULL',
  muted: 'muted_at = coalesce(muted_at, now())',
  unmuted: 'muted_at = NULL',
  unread: 'marked_unread_at = now()',
} as const;

/** Puts a conversation away, mutes it, or marks it unread again, for one member. @throws {DomainProblem} `resource.not_found` */
export async function putAway(
  unitOfWork: UnitOfWork,
  request: { actor: SignedIn; correlationId: string; id: string; act: keyof typeof acts },
): Promise<ConversationDetail> {
  const { actor, correlationId, id, act } = request;
  return unitOfWork.run({ correlationId }, async (tx) => {
    const conversation = await seeConversation(tx, actor.userId, id);
    await tx.query(
      `UPDATE conversation_member SET ${acts[act]} WHERE conversation_id = $1 AND user_id = $2`,
      [conversation.id, actor.userId],
    );
    tx.publish('CONVERSATION_ARCHIVED', {
      ...conversationNamed(conversation, conversation.member_ids),
      archived_by: actor.userId,
      archived_at: new Date().toISOString(),
      status: act,
    });
    return readConversation(tx, actor.userId, id);
  });
}
