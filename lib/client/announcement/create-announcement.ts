import { useMutation, useQueryClient } from '@tanstack/react-query';
import { AnnouncementView } from '@/lib/contracts/http/announcement';
import { requestJson } from '../http/request-json';
import { upsertAnnouncement } from './cache-announcements';
import type { Attempt } from './create-once';

/** `POST /api/announcements`: makes a draft, once for a key. */
export function useCreateAnnouncement() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: ({ key, body }: Attempt) =>
      requestJson(AnnouncementView, '/api/announcements', { method: 'POST', body, idempotencyKey: key }),
    onSuccess: (announcement) => upsertAnnouncement(queryClient, announcement, 'kept'),
  });
}
