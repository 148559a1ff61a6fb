import { useMutation, useQueryClient } from '@tanstack/react-query';
import { AnnouncementView } from '@/lib/contracts/http/announcement';
import { requestJson } from '../http/request-json';
import { upsertAnnouncement } from './cache-announcements';

/** `POST /api/announcements/{id}/publish` with a time: published by then, and until then free to change. */
export function useScheduleAnnouncement() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: ({ id, at }: { id: string; at: string }) =>
      requestJson(AnnouncementView, `/api/announcements/${encodeURIComponent(id)}/publish`, {
        method: 'POST',
        body: { scheduled_for: at },
      }),
    onSuccess: (announcement) => upsertAnnouncement(queryClient, announcement, 'kept'),
  });
}
