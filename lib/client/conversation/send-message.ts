import { requestJson } from '../http/request-json';
import type { QueuedMessage } from './message-queue';

const fetchShape = () => import('@/lib/contracts/http/conversation').then((module) => module.MessageView);

/** `POST /api/conversations/{id}/messages`; once for its `client_id`. */
export function sendMessage(message: QueuedMessage) {
  const { client_id, conversation_id, text, reply_to_id, mentioned_ids, file } = message;
  return requestJson(fetchShape, `/api/conversations/${encodeURIComponent(conversation_id)}/messages`, {
    method: 'POST',
    body: { client_id, text, reply_to_id, mentioned_ids, file_id: file?.id ?? null },
  });
}
