import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { RemindAnnouncement } from '@/lib/contracts/http/reach-requests';
import { requestJson } from '../http/request-json';
import { announcementKeys } from './announcement-keys';
import { setReach } from './cache-announcements';

const fetchShape = () => import('@/lib/contracts/http/reach').then((module) => module.Reach);

interface Reminder extends RemindAnnouncement {
  /** One for each intention: a repeated request reminds nobody twice. */
  idempotencyKey: string;
}

/** `POST /api/announcements/{id}/remind` */
export function useRemindOutstanding(id: string) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: ({ every, idempotencyKey }: Reminder) =>
      requestJson(fetchShape, `/api/announcements/${encodeURIComponent(id)}/remind`, {
        method: 'POST',
        body: { every },
        idempotencyKey,
      }),
    onSuccess: (reach) => setReach(queryClient, id, reach),
    onError: () => queryClient.invalidateQueries({ queryKey: announcementKeys.reach(id) }),
  });
}
