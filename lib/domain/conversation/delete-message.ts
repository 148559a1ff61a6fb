import type { UnitOfWork } from '@/lib/infra/outbox/unit-of-work';
import { DomainProblem } from '../problem';
import type { SignedIn } from '../session/authenticate';
import { hideMessage } from './hide-message';
import { takeConversation } from './membership';
import { takeMessage } from './take-message';

/**
 * Deletes a message: for everybody, which its sender and the owners of the conversation may, or from one's own view alone.
 * Again changes nothing.
 * @throws {DomainProblem} `resource.not_found`, `auth.forbidden`
 */
export async function deleteMessage(
  unitOfWork: UnitOfWork,
  request: {
    actor: SignedIn;
    correlationId: string;
    id: string;
    messageId: string;
    forEveryone: boolean;
  },
): Promise<void> {
  const { actor, correlationId, id, messageId, forEveryone } = request;
  await unitOfWork.run({ correlationId }, async (tx) => {
    const conversation = await takeConversation(tx, actor.userId, id);
    const message = await takeMessage(tx, actor.userId, conversation, messageId);
    if (forEveryone) {
      const mayDelete =
        message.sender_id === actor.userId || (conversation.type !== 'direct' && conversation.is_owner);
      if (!mayDelete) throw new DomainProblem('auth.forbidden');
      await hideMessage(tx, { messageId: message.id, by: actor.userId });
      return;
    }
    await tx.query('INSERT INTO message_hidden (message_id, user_id) VALUES ($1, $2)', [
      message.id,
      actor.userId,
    ]);
    tx.publish('MESSAGE_DELETED', {
      conversation_id: conversation.id,
      message_id: message.id,
      for_everyone: false,
      participant_ids: [actor.userId],
      deleted_by: actor.userId,
      deleted_at: new Date().toISOString(),
      seq: message.seq,
    });
  });
}
