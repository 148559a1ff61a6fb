import type { MessageView } from '@/lib/contracts/http/conversation';
import type { EditMessage } from '@/lib/contracts/http/conversation-requests';
import type { UnitOfWork } from '@/lib/infra/outbox/unit-of-work';
import { DomainProblem } from '../problem';
import type { SignedIn } from '../session/authenticate';
import { takeConversation } from './membership';
import { readMessage } from './message-row';
import { publishMessage } from './publish-message';
import { requireMentions } from './require-mentions';
import { requireWriting } from './require-writing';
import { takeMessage } from './take-message';

/**
 * Other words for one's own message, at any time: that it was changed everybody sees, and what it said before is kept.
 * @throws {DomainProblem} `resource.not_found`, `auth.forbidden` for another's, `conversation.message_deleted`, and what
 * {@link requireWriting} refuses
 */
export async function editMessage(
  unitOfWork: UnitOfWork,
  request: { actor: SignedIn; correlationId: string; id: string; messageId: string; given: EditMessage },
): Promise<MessageView> {
  const { actor, correlationId, id, messageId, given } = request;
  return unitOfWork.run({ correlationId }, async (tx) => {
    const conversation = await takeConversation(tx, actor.userId, id);
    const message = await takeMessage(tx, actor.userId, conversation, messageId);
    if (message.sender_id !== actor.userId) throw new DomainProblem('auth.forbidden');
    if (message.deleted_at !== null) throw new DomainProblem('conversation.message_deleted');
    await requireWriting(tx, actor, conversation);
    requireMentions(conversation, given.mentioned_ids);
    await tx.query('INSERT INTO message_edit (message_id, revision, text) VALUES ($1, $2, $3)', [
      message.id,
      message.revision,
      message.text,
    ]);
    await tx.query(
      `UPDATE message SET text = $2, mentioned_ids = $3::uuid[], edited_at = now(), revision = revision + 1
       WHERE id = $1`,
      [message.id, given.text, [...new Set(given.mentioned_ids)]],
    );
    const edited = await readMessage(tx, message.id);
    publishMessage(tx, conversation, edited);
    return edited;
  });
}
