import { useMutation, useQueryClient } from '@tanstack/react-query';
import { requestJson } from '../http/request-json';
import { upsertAnnouncement } from './cache-announcements';
import type { Attempt } from './create-once';

const fetchShape = () =>
  import('@/lib/contracts/http/announcement').then((module) => module.AnnouncementView);

/** `POST /api/announcements`: makes a draft, once for a key. */
export function useCreateAnnouncement() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: ({ key, body }: Attempt) =>
      requestJson(fetchShape, '/api/announcements', { method: 'POST', body, idempotencyKey: key }),
    onSuccess: (announcement) => upsertAnnouncement(queryClient, announcement, 'kept'),
  });
}
