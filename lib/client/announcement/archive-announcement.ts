import { useMutation, useQueryClient } from '@tanstack/react-query';
import { AnnouncementView } from '@/lib/contracts/http/announcement';
import { requestJson } from '../http/request-json';
import { upsertAnnouncement } from './cache-announcements';

/** `POST /api/announcements/{id}/archive`: into the archive, or out of it. */
export function useArchiveAnnouncement() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: ({ id, version, archived }: { id: string; version: number; archived: boolean }) =>
      requestJson(AnnouncementView, `/api/announcements/${encodeURIComponent(id)}/archive`, {
        method: 'POST',
        body: { archived },
        ifMatch: `v${version}`,
      }),
    onSuccess: (announcement) => upsertAnnouncement(queryClient, announcement, 'kept'),
  });
}
