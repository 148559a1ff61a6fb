import { requireUser } from '@/app/current-user';
import { titled } from '@/app/request-language';
import { CoursePage } from '@/components/course/course-page';

export const generateMetadata = titled((text) => text.layout.places.courses);

export default async function OneCourse({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  await requireUser(`/courses/${id}`);
  return <CoursePage id={id} />;
}
