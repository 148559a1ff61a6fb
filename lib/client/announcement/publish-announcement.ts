import { useMutation, useQueryClient } from '@tanstack/react-query';
import { AnnouncementView } from '@/lib/contracts/http/announcement';
import { requestJson } from '../http/request-json';
import { upsertAnnouncement } from './cache-announcements';

/** `POST /api/announcements/{id}/publish` */
export function usePublishAnnouncement() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (id: string) =>
      requestJson(AnnouncementView, `/api/announcements/${encodeURIComponent(id)}/publish`, {
        method: 'POST',
      }),
    onSuccess: (announcement) => upsertAnnouncement(queryClient, announcement, 'kept'),
  });
}
