import { requireUser } from '@/app/current-user';
import { AnnouncementBoard } from '@/components/announcement/announcement-board';

export const metadata = { title: 'Announcements' };

/** Administrators write them, and have a list of their own. */
export default async function AnnouncementsPage() {
  await requireUser('/announcements', ['student', 'faculty']);
  return <AnnouncementBoard />;
}
