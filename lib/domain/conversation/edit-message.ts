import type { MessageView } from '@/lib/contracts/http/conversation';
import type { EditMessage } from '@/lib/contracts/http/conversation-requests';
import type { UnitOfWork } from '@/lib/infra/outbox/unit-of-work';
import { DomainProblem } from '../problem';
import type { SignedIn } from '../session/authenticate';
import { isIn, takeConversation } from './membership';
import { readMessage } from './message-row';
import { publishMessage } from './publish-message';
import { requireMentions } from './require-mentions';
import { requireWriting } from './require-writing';
import { takeMessage } from './take-message';

/**
 * Other words for one's own message, at any time: that it was changed all see who read it, and what it said before is kept.
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
    const { rows } = await tx.query<{ user_id: string }>(READERS, [message.id]);
    publishMessage(tx, { ...conversation, member_ids: rows.map(({ user_id }) => user_id) }, edited);
    return edited;
  });
}

// Not who came after it was sent, nor who has deleted it from their own view: neither reads what it says now.
const READERS = `
  SELECT member.user_id::text FROM message
  JOIN conversation ON conversation.id = message.conversation_id
  JOIN conversation_member AS member ON member.conversation_id = conversation.id
  WHERE message.id = $1 AND message.seq > member.joined_seq AND ${isIn()}
    AND NOT EXISTS (SELECT 1 FROM message_hidden AS hidden
      WHERE hidden.message_id = message.id AND hidden.user_id = member.user_id)
  ORDER BY member.user_id`;
