import { useMutation, useQueryClient } from '@tanstack/react-query';
import { requestJson } from '../http/request-json';
import { announcementKeys } from './announcement-keys';
import { upsertAnnouncement } from './cache-announcements';

const fetchShape = () =>
  import('@/lib/contracts/http/announcement').then((module) => module.AnnouncementView);

/** `POST /api/announcements/{id}/unschedule`: a draft again. Too late, the truth is loaded: it is published. */
export function useUnscheduleAnnouncement() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (id: string) =>
      requestJson(fetchShape, `/api/announcements/${encodeURIComponent(id)}/unschedule`, {
        method: 'POST',
      }),
    onSuccess: (announcement) => upsertAnnouncement(queryClient, announcement, 'kept'),
    onError: (_error, id) => queryClient.invalidateQueries({ queryKey: announcementKeys.detail(id) }),
  });
}
