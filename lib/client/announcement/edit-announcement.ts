import { useMutation, useQueryClient } from '@tanstack/react-query';
import { AnnouncementView } from '@/lib/contracts/http/announcement';
import type { EditAnnouncement } from '@/lib/contracts/http/announcement-requests';
import { requestJson } from '../http/request-json';
import { upsertAnnouncement } from './cache-announcements';

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
      requestJson(AnnouncementView, `/api/announcements/${encodeURIComponent(id)}`, {
        method: 'PATCH',
        body: change,
        ifMatch: `v${version}`,
      }),
    onSuccess: (announcement, { change }) =>
      upsertAnnouncement(queryClient, announcement, change.edit === 'reannounce' ? 'reset' : 'kept'),
  });
}
