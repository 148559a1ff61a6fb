import * as z from 'zod';
import type { Envelope } from '@/lib/contracts/events/envelope';
import { MessageView } from '@/lib/contracts/http/conversation';
import type { Room } from '@/lib/contracts/pushes/rooms';
import type { Pusher } from './pusher';

const MessageType = MessageView.shape.type;
const roomsOf = (userIds: readonly string[]) => userIds.map((id): Room => `user:${id}`);

/**
 * A message is new or says something else: to those in the conversation, and nobody else. One of another service has no place
 * in a conversation of ours.
 */
export function pushMessage(event: Envelope<'MESSAGE_SENT'>, pusher: Pusher): void {
  const message = messageOfEvent(event);
  if (!message) return;
  pusher.push(roomsOf([message.sender.id, ...event.payload.recipient_ids]), 'message:sent', { message });
}

/** The message as its readers see it; `null` when the event does not say its place. */
function messageOfEvent({ payload, timestamp }: Envelope<'MESSAGE_SENT'>): MessageView | null {
  if (payload.seq < 1) return null;
  return {
    id: payload.message_id,
    conversation_id: payload.conversation_id,
    seq: payload.seq,
    client_id: payload.client_id,
    sender: { id: payload.sender_id, name: payload.sender_name },
    type: z.safeParse(MessageType, payload.message_type).data ?? 'text',
    text: payload.message_text,
    reply_to:
      payload.reply_to_message_id === ''
        ? null
        : {
            id: payload.reply_to_message_id,
            sender_name: payload.reply_sender_name,
            text: payload.reply_text,
          },
    mentioned_ids: payload.mentioned_ids,
    file:
      payload.attachment_id === ''
        ? null
        : {
            id: payload.attachment_id,
            name: payload.attachment_name,
            media_type: payload.mime_type,
            bytes: payload.file_size,
          },
    sent_at: payload.sent_at ?? timestamp,
    edited_at: payload.edited_at,
    deleted_at: null,
    revision: payload.revision || 1,
  };
}

export function pushMessageDeleted(
  { payload, timestamp }: Envelope<'MESSAGE_DELETED'>,
  pusher: Pusher,
): void {
  const { conversation_id, message_id, seq, for_everyone } = payload;
  if (seq < 1) return;
  pusher.push(roomsOf(for_everyone ? payload.participant_ids : [payload.deleted_by]), 'message:deleted', {
    conversation_id,
    message_id,
    seq,
    for_everyone,
    deleted_at: payload.deleted_at ?? timestamp,
  });
}

/** The reader's own screens, and those to whom the reader shows it. */
export function pushConversationRead({ payload, timestamp }: Envelope<'MESSAGE_READ'>, pusher: Pusher): void {
  if (payload.seq < 1) return;
  pusher.push(roomsOf([...new Set([payload.reader_id, ...payload.participant_ids])]), 'conversation:read', {
    conversation_id: payload.conversation_id,
    user_id: payload.reader_id,
    seq: payload.seq,
    read_at: payload.read_at ?? timestamp,
  });
}

/** It is new, or is called or ruled otherwise: those in it ask again. */
export function pushConversationCreated({ payload }: Envelope<'CONVERSATION_CREATED'>, pusher: Pusher): void {
  const { conversation_id } = payload;
  pusher.push(roomsOf(payload.participant_ids), 'conversation:changed', { conversation_id });
}

/** Put away, muted and the like: that concerns one person alone. */
export function pushConversationPutAway(
  { payload }: Envelope<'CONVERSATION_ARCHIVED'>,
  pusher: Pusher,
): void {
  const { conversation_id } = payload;
  pusher.push(roomsOf([payload.archived_by]), 'conversation:changed', { conversation_id });
}

/** Somebody has come or gone: they and those in it ask again. */
export function pushParticipantChanged(
  { payload }: Envelope<'PARTICIPANT_ADDED' | 'PARTICIPANT_REMOVED'>,
  pusher: Pusher,
): void {
  const { conversation_id, user_id, participant_ids } = payload;
  const rooms = roomsOf([...new Set([user_id, ...participant_ids])]);
  pusher.settleConversations(roomsOf([user_id]));
  pusher.push(rooms, 'conversation:changed', { conversation_id });
}
