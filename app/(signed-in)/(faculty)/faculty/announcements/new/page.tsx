import { requireAuthor } from '@/app/current-author';
import { titled } from '@/app/request-language';
import { ComposeAnnouncement } from '@/components/announcement-writing/compose-announcement';

export const generateMetadata = titled((text) => text.announcement.write);

/** While the university lets faculty announce to their department. */
export default async function NewDepartmentAnnouncement() {
  await requireAuthor('/faculty/announcements/new', 'faculty');
  return <ComposeAnnouncement />;
}
