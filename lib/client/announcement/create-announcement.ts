import { useMutation, useQueryClient } from '@tanstack/react-query';
import { AnnouncementView } from '@/lib/contracts/http/announcement';
import type { CreateAnnouncement } from '@/lib/contracts/http/announcement-requests';
import { requestJson } from '../http/request-json';
import { upsertAnnouncement } from './cache-announcements';

/** `POST /api/announcements`: makes a draft. */
export function useCreateAnnouncement() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (body: CreateAnnouncement) =>
      requestJson(AnnouncementView, '/api/announcements', { method: 'POST', body }),
    onSuccess: (announcement) => upsertAnnouncement(queryClient, announcement, 'kept'),
  });
}
