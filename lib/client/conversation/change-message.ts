import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { MessageView } from '@/lib/contracts/http/conversation';
import { anyAnswer } from '../http/any-answer';
import { requestJson } from '../http/request-json';
import { placeMessage } from './cache-conversations';
import { conversationKeys } from './conversation-keys';

const fetchShape = () => import('@/lib/contracts/http/conversation').then((module) => module.MessageView);
const pathOf = ({ id, conversation_id }: MessageView) =>
  `/api/conversations/${encodeURIComponent(conversation_id)}/messages/${encodeURIComponent(id)}`;

/** `PATCH …/messages/{id}`: other words for one's own. */
export function useEditMessage() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: ({ message, ...body }: { message: MessageView; text: string; mentioned_ids: string[] }) =>
      requestJson(fetchShape, pathOf(message), { method: 'PATCH', body }),
    onSuccess: (message) => placeMessage(queryClient, message),
  });
}

/** `POST …/messages/{id}/delete`: for everybody, or from one's own view. */
export function useDeleteMessage() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: ({ message, for_everyone }: { message: MessageView; for_everyone: boolean }) =>
      requestJson(anyAnswer, `${pathOf(message)}/delete`, { method: 'POST', body: { for_everyone } }),
    onSettled: (_data, _error, { message }) =>
      queryClient.invalidateQueries({ queryKey: conversationKeys.messages(message.conversation_id) }),
  });
}

/** `POST …/messages/{id}/report`: to those who moderate. */
export function useReportMessage() {
  return useMutation({
    mutationFn: ({ message, reason }: { message: MessageView; reason: string }) =>
      requestJson(anyAnswer, `${pathOf(message)}/report`, { method: 'POST', body: { reason } }),
  });
}
