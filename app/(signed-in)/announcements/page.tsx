import { requireUser } from '@/app/current-user';
import { titled } from '@/app/request-language';
import { AnnouncementBoard } from '@/components/announcement/announcement-board';

export const generateMetadata = titled((text) => text.announcement.many);

/** Administrators write them, and have a list of their own. */
export default async function AnnouncementsPage() {
  await requireUser('/announcements', ['student', 'faculty']);
  return <AnnouncementBoard />;
}
