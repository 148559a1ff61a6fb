import { urgentFilter } from '@/lib/client/announcement/urgent-filter';
import type { AnnouncementList } from '@/lib/contracts/http/announcement';
import { AnnouncementListQuery } from '@/lib/contracts/http/announcement-requests';
import { listAnnouncements } from '@/lib/domain/announcement/queries';
import type { SignedIn } from '@/lib/domain/session/authenticate';
import { pageOf } from './api/keyset-page';
import { services } from './api/services';

/** The first page of what is urgent, the same as `GET /api/announcements` gives it. */
export function urgentAnnouncements(user: SignedIn): Promise<AnnouncementList> {
  const query = { ...AnnouncementListQuery.parse({}), ...urgentFilter };
  return listAnnouncements(services().database.sql, user, { ...query, ...pageOf('announcements', query) });
}
