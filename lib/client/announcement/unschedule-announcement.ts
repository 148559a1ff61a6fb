import { useMutation, useQueryClient } from '@tanstack/react-query';
import { AnnouncementView } from '@/lib/contracts/http/announcement';
import { requestJson } from '../http/request-json';
import { announcementKeys } from './announcement-keys';
import { upsertAnnouncement } from './cache-announcements';

/** `POST /api/announcements/{id}/unschedule`: a draft again. Too late, the truth is loaded: it is published. */
export function useUnscheduleAnnouncement() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (id: string) =>
      requestJson(AnnouncementView, `/api/announcements/${encodeURIComponent(id)}/unschedule`, {
        method: 'POST',
      }),
    onSuccess: (announcement) => upsertAnnouncement(queryClient, announcement, 'kept'),
    onError: (_error, id) => queryClient.invalidateQueries({ queryKey: announcementKeys.detail(id) }),
  });
}
