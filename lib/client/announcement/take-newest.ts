import type { QueryClient } from '@tanstack/react-query';
import { AnnouncementView } from '@/lib/contracts/http/announcement';
import { ApiProblem } from '../http/api-problem';
import { announcementKeys } from './announcement-keys';
import { upsertAnnouncement } from './cache-announcements';

/**
 * After a refused change: what is shown was not the truth. A version conflict brings the newest state along; after all
 * else it is asked for.
 */
export function takeNewest(queryClient: QueryClient, id: string, error: unknown): void {
  const newest = AnnouncementView.safeParse(error instanceof ApiProblem ? error.current : undefined);
  if (newest.success) upsertAnnouncement(queryClient, newest.data, 'kept');
  void queryClient.invalidateQueries({ queryKey: announcementKeys.detail(id) });
}
