import type { QueryClient } from '@tanstack/react-query';
import type { AnnouncementView, TargetDetails } from '@/lib/contracts/http/announcement';
import { changeItems, insertItem, type Pages } from '../http/page-items';
import { patchQueries } from '../http/patch-query';
import { type AnnouncementListFor, announcementKeys } from './announcement-keys';

/** Puts an announcement into the list or over its older copy, and over the open detail. */
export function upsertAnnouncement(queryClient: QueryClient, announcement: AnnouncementView): void {
  for (const listFor of announcementLists) {
    patchQueries<Pages<AnnouncementView>>(queryClient, announcementKeys.list(listFor), (data) => {
      const known = data.pages.some((page) => page.items.some((row) => row.id === announcement.id));
      if (!known) return insertItem(data, announcement, (a, b) => isNewer(a, b, timeOf[listFor]));
      return changeItems(data, (row) => (row.id === announcement.id ? merge(row, announcement) : row));
    });
  }
  patchQueries<AnnouncementView>(queryClient, announcementKeys.detail(announcement.id), (row) =>
    merge(row, announcement),
  );
}

/** A push to many leaves the audience out; an author who has it keeps it. */
function merge(known: AnnouncementView, pushed: AnnouncementView): AnnouncementView {
  return {
    ...pushed,
    target_details: isEmpty(pushed.target_details) ? known.target_details : pushed.target_details,
  };
}

function isEmpty(details: TargetDetails): boolean {
  return details.role_names.length + details.department_ids.length + details.user_ids.length === 0;
}

/** Newest first; ids are time-ordered, so they decide between equal times. */
function isNewer(a: AnnouncementView, b: AnnouncementView, time: (row: AnnouncementView) => string): boolean {
  const difference = Date.parse(time(a)) - Date.parse(time(b));
  return difference === 0 ? a.id > b.id : difference > 0;
}

const announcementLists = ['author', 'reader'] as const satisfies AnnouncementListFor[];

/** What each list is ordered by. A reader's rows are published, all of them. */
const timeOf: Record<AnnouncementListFor, (row: AnnouncementView) => string> = {
  author: (row) => row.created_at,
  reader: (row) => row.published_at ?? row.created_at,
};
