import type { MessageView } from '@/lib/contracts/http/conversation';
import type { EventfulTx } from '@/lib/infra/outbox/unit-of-work';
import type { TakenConversation } from './membership';

/** Tells of a message that is new or says something else now; everything a screen shows of it is in the event. */
export function publishMessage(
  tx: EventfulTx,
  conversation: Pick<TakenConversation, 'type' | 'course_id' | 'member_ids'>,
  message: MessageView,
): void {
  const { file, reply_to } = message;
  tx.publish('MESSAGE_SENT', {
    message_id: message.id,
    conversation_id: message.conversation_id,
    conversation_type: conversation.type,
    sender_id: message.sender.id,
    sender_name: message.sender.name,
    message_text: message.text,
    message_type: message.type,
    attachment_url: file ? `/api/conversations/${message.conversation_id}/files/${file.id}` : '',
    reply_to_message_id: reply_to?.id ?? '',
    recipient_ids: conversation.member_ids.filter((id) => id !== message.sender.id),
    sent_at: message.sent_at,
    seq: message.seq,
    client_id: message.client_id,
    revision: message.revision,
    edited_at: message.edited_at,
    mentioned_ids: message.mentioned_ids,
    reply_sender_name: reply_to?.sender_name ?? '',
    reply_text: reply_to?.text ?? '',
    attachment_id: file?.id ?? '',
    attachment_name: file?.name ?? '',
    mime_type: file?.media_type ?? '',
    file_size: file?.bytes ?? 0,
    course_id: conversation.course_id ?? '',
  });
}
