import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type { MessagingSettings } from '@/lib/contracts/http/conversation';
import { requestJson } from '../http/request-json';
import { conversationKeys } from './conversation-keys';

const fetchShape = () =>
  import('@/lib/contracts/http/conversation').then((module) => module.MessagingSettings);

/** `GET /api/me/messaging` */
export const messagingSettingsOptions = () =>
  queryOptions({
    queryKey: conversationKeys.settings,
    queryFn: ({ signal }) => requestJson(fetchShape, '/api/me/messaging', { signal }),
  });

/** `PATCH /api/me/messaging`; shown at once, and taken back where it could not be saved. */
export function useChangeMessagingSettings() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (change: Partial<MessagingSettings>) =>
      requestJson(fetchShape, '/api/me/messaging', { method: 'PATCH', body: change }),
    onMutate: (change) => {
      const before = queryClient.getQueryData<MessagingSettings>(conversationKeys.settings);
      if (before) queryClient.setQueryData(conversationKeys.settings, { ...before, ...change });
      return before;
    },
    onError: (_error, _change, before) => {
      if (before) queryClient.setQueryData(conversationKeys.settings, before);
    },
    onSettled: () => queryClient.invalidateQueries({ queryKey: conversationKeys.all }),
  });
}
