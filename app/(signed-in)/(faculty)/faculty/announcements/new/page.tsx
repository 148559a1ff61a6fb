import { type CourseSearch, courseOf } from '@/app/course-of';
import { requireAuthor } from '@/app/current-author';
import { titled } from '@/app/request-language';
import { ComposeAnnouncement } from '@/components/announcement-writing/compose-announcement';

export const generateMetadata = titled((text) => text.announcement.write);

/** For who teaches a course; for all faculty while the university lets them announce to their department. */
export default async function NewDepartmentAnnouncement({ searchParams }: CourseSearch) {
  await requireAuthor('/faculty/announcements/new', 'faculty');
  return <ComposeAnnouncement courseId={await courseOf(searchParams)} />;
}
