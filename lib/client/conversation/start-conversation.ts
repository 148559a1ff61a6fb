import { useMutation, useQueryClient } from '@tanstack/react-query';
import { requestJson } from '../http/request-json';
import { conversationKeys } from './conversation-keys';
import { detailShape } from './get-conversation';

export type NewConversation =
  | { type: 'direct'; user_id: string }
  | { type: 'group'; title: string; user_ids: string[] }
  | { type: 'course'; course_id: string; title: string; is_staff_only: boolean };

/** `POST /api/conversations`; the key belongs to what was chosen. */
export function useStartConversation() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: ({ conversation, key }: { conversation: NewConversation; key: string }) =>
      requestJson(detailShape, '/api/conversations', {
        method: 'POST',
        body: conversation,
        idempotencyKey: key,
      }),
    onSuccess: (detail) => queryClient.setQueryData(conversationKeys.detail(detail.id), detail),
    onSettled: () => queryClient.invalidateQueries({ queryKey: conversationKeys.lists }),
  });
}
