import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { AnnouncementView } from '@/lib/contracts/http/announcement';
import { ApiProblem } from '../http/api-problem';
import { requestJson } from '../http/request-json';
import { announcementKeys } from './announcement-keys';
import { markAcknowledged, upsertAnnouncement } from './cache-announcements';

const fetchShape = () =>
  import('@/lib/contracts/http/announcement').then((module) => module.AnnouncementView);

/**
 * `POST /api/announcements/{id}/acknowledge` of the text that is on the screen, shown at once. An outage is waited out
 * for a while; a refusal loads the truth back.
 */
export function useAcknowledgeAnnouncement() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: ({ id, revision }: AnnouncementView) =>
      requestJson(fetchShape, `/api/announcements/${encodeURIComponent(id)}/acknowledge`, {
        method: 'POST',
        body: { revision },
      }),
    // Without a network it fails and says so, instead of looking done until there is one.
    networkMode: 'always',
    retry: (failures, error) => error instanceof ApiProblem && error.retriable && failures < 3,
    onMutate: ({ id, revision }) =>
      markAcknowledged(queryClient, id, { revision, at: new Date().toISOString() }),
    onSuccess: (announcement) => upsertAnnouncement(queryClient, announcement, 'kept'),
    onError: (_error, announcement) => {
      upsertAnnouncement(queryClient, announcement, 'reset');
      void queryClient.invalidateQueries({ queryKey: announcementKeys.detail(announcement.id) });
      void queryClient.invalidateQueries({ queryKey: announcementKeys.lists });
    },
  });
}
