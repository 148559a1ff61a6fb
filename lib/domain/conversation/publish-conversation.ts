import type { EventfulTx } from '@/lib/infra/outbox/unit-of-work';
import type { SignedIn } from '../session/authenticate';
import { conversationNamed, type TakenConversation } from './membership';

/** Tells those in it that a conversation is new, or is called or ruled otherwise now. */
export function publishConversation(
  tx: EventfulTx,
  conversation: TakenConversation,
  by: Pick<SignedIn, 'userId' | 'name'>,
): void {
  tx.publish('CONVERSATION_CREATED', {
    ...conversationNamed(conversation, conversation.member_ids),
    course_id: conversation.course_id ?? '',
    created_by: by.userId,
    created_by_name: by.name,
    created_at: new Date().toISOString(),
    is_staff_only: conversation.is_staff_only,
    version: conversation.version,
  });
}
