import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ConversationDetail } from '@/lib/contracts/http/conversation';
import { anyAnswer } from '../http/any-answer';
import { requestJson } from '../http/request-json';
import { conversationKeys } from './conversation-keys';
import { detailShape } from './get-conversation';

/** What can be done with a conversation as a whole, and by which request. */
const requests = {
  mute: (id: string) => ({ path: `${pathOf(id)}/mute`, method: 'POST', body: { muted: true } }),
  unmute: (id: string) => ({ path: `${pathOf(id)}/mute`, method: 'POST', body: { muted: false } }),
  archive: (id: string) => ({ path: `${pathOf(id)}/archive`, method: 'POST', body: { archived: true } }),
  restore: (id: string) => ({ path: `${pathOf(id)}/archive`, method: 'POST', body: { archived: false } }),
  leave: (id: string) => ({ path: `${pathOf(id)}/leave`, method: 'POST', body: {} }),
  unread: (id: string) => ({ path: `${pathOf(id)}/unread`, method: 'POST', body: {} }),
} as const satisfies Record<string, (id: string) => { path: string; method: 'POST'; body: object }>;

export type ConversationAct = keyof typeof requests;

const pathOf = (id: string) => `/api/conversations/${encodeURIComponent(id)}`;

export function useConversationAct(id: string) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (act: ConversationAct) => {
      const { path, ...request } = requests[act](id);
      return requestJson(anyAnswer, path, request);
    },
    onSettled: () => queryClient.invalidateQueries({ queryKey: conversationKeys.all }),
  });
}

/** `PATCH /api/conversations/{id}`: another title, or who may write. */
export function useChangeConversation(conversation: ConversationDetail) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (change: { title?: string; is_staff_only?: boolean }) =>
      requestJson(detailShape, pathOf(conversation.id), {
        method: 'PATCH',
        body: change,
        ifMatch: `v${conversation.version}`,
      }),
    onSettled: () => queryClient.invalidateQueries({ queryKey: conversationKeys.all }),
  });
}

/** `POST /api/conversations/{id}/members`, `DELETE /api/conversations/{id}/members/{userId}` */
export function useChangeMembers(id: string) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (change: { add: string[] } | { remove: string }) =>
      'add' in change
        ? requestJson(anyAnswer, `${pathOf(id)}/members`, { method: 'POST', body: { user_ids: change.add } })
        : requestJson(anyAnswer, `${pathOf(id)}/members/${encodeURIComponent(change.remove)}`, {
            method: 'DELETE',
          }),
    onSettled: () => queryClient.invalidateQueries({ queryKey: conversationKeys.all }),
  });
}
