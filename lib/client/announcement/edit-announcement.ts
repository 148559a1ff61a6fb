import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { EditAnnouncement } from '@/lib/contracts/http/announcement-requests';
import { requestJson } from '../http/request-json';
import { upsertAnnouncement } from './cache-announcements';

const fetchShape = () =>
  import('@/lib/contracts/http/announcement').then((module) => module.AnnouncementView);

interface Edit {
  id: string;
  /** The version that was on the screen; another's newer one refuses the edit and comes back with the problem. */
  version: number;
  change: Partial<EditAnnouncement>;
}

/** `PATCH /api/announcements/{id}` */
export function useEditAnnouncement() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: ({ id, version, change }: Edit) =>
      requestJson(fetchShape, `/api/announcements/${encodeURIComponent(id)}`, {
        method: 'PATCH',
        body: change,
        ifMatch: `v${version}`,
      }),
    onSuccess: (announcement, { change }) =>
      upsertAnnouncement(queryClient, announcement, change.edit === 'reannounce' ? 'reset' : 'kept'),
  });
}
