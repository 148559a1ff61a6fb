import type { AnnouncementTarget } from '@/lib/contracts/http/announcement';
import type { Role } from '@/lib/contracts/http/me';

/** The same address answers an author (all, by when they were written) and a reader (theirs, by when published). */
export type AnnouncementListFor = 'author' | 'reader';

export function listForRole(role: Role): AnnouncementListFor {
  return role === 'admin' ? 'author' : 'reader';
}

/** Query keys of the announcements. */
export const announcementKeys = {
  all: ['announcements'],
  lists: ['announcements', 'list'],
  list: (listFor: AnnouncementListFor) => ['announcements', 'list', listFor],
  detail: (id: string) => ['announcements', 'detail', id],
  audienceCount: (target: AnnouncementTarget) => ['announcements', 'audience-count', target],
} as const;
