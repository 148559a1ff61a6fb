import { useMutation, useQueryClient } from '@tanstack/react-query';
import { requestJson } from '../http/request-json';
import { upsertAnnouncement } from './cache-announcements';

const fetchShape = () =>
  import('@/lib/contracts/http/announcement').then((module) => module.AnnouncementView);

/** `POST /api/announcements/{id}/archive`: into the archive, or out of it. */
export function useArchiveAnnouncement() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: ({ id, version, archived }: { id: string; version: number; archived: boolean }) =>
      requestJson(fetchShape, `/api/announcements/${encodeURIComponent(id)}/archive`, {
        method: 'POST',
        body: { archived },
        ifMatch: `v${version}`,
      }),
    onSuccess: (announcement) => upsertAnnouncement(queryClient, announcement, 'kept'),
  });
}
