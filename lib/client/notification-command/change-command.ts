import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { SendNotification } from '@/lib/contracts/http/notification-command-requests';
import { requestJson } from '../http/request-json';
import { commandKey } from './command-key';

const shapes = () => import('@/lib/contracts/http/notification-command');
const fetchView = () => shapes().then((module) => module.CommandView);
const fetchRetried = () => shapes().then((module) => module.CommandRetried);

/** `POST /api/notification-commands`, once for a key. */
export function useSendNotification() {
  return useMutation({
    mutationFn: ({ key, body }: { key: string; body: SendNotification }) =>
      requestJson(fetchView, '/api/notification-commands', { method: 'POST', body, idempotencyKey: key }),
    onSettled: useReload(),
  });
}

/** `POST /api/notification-commands/{id}/cancel` */
export function useCancelCommand(id: string) {
  return useMutation({
    mutationFn: () =>
      requestJson(fetchView, `/api/notification-commands/${encodeURIComponent(id)}/cancel`, {
        method: 'POST',
        body: {},
      }),
    onSettled: useReload(),
  });
}

/** `POST /api/notification-commands/{id}/retry` */
export function useRetryFailed(id: string) {
  return useMutation({
    mutationFn: () =>
      requestJson(fetchRetried, `/api/notification-commands/${encodeURIComponent(id)}/retry`, {
        method: 'POST',
      }),
    onSettled: useReload(),
  });
}

function useReload(): () => void {
  const queryClient = useQueryClient();
  return () => void queryClient.invalidateQueries({ queryKey: commandKey });
}
