import { useMutation, useQueryClient } from '@tanstack/react-query';
import { requestJson } from '../http/request-json';
import { upsertAnnouncement } from './cache-announcements';

const fetchShape = () =>
  import('@/lib/contracts/http/announcement').then((module) => module.AnnouncementView);

/** `POST /api/announcements/{id}/publish` with a time: published by then, and until then free to change. */
export function useScheduleAnnouncement() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: ({ id, at }: { id: string; at: string }) =>
      requestJson(fetchShape, `/api/announcements/${encodeURIComponent(id)}/publish`, {
        method: 'POST',
        body: { scheduled_for: at },
      }),
    onSuccess: (announcement) => upsertAnnouncement(queryClient, announcement, 'kept'),
  });
}
