import { type CourseSearch, courseOf } from '@/app/course-of';
import { requireAuthor } from '@/app/current-author';
import { titled } from '@/app/request-language';
import { ComposeAnnouncement } from '@/components/announcement-writing/compose-announcement';

export const generateMetadata = titled((text) => text.announcement.write);

export default async function NewAnnouncement({ searchParams }: CourseSearch) {
  await requireAuthor('/admin/announcements/new', 'admin');
  return <ComposeAnnouncement courseId={await courseOf(searchParams)} />;
}
