import { requireUser } from '@/app/current-user';
import { titled } from '@/app/request-language';
import { Catalogue } from '@/components/course/catalogue';

export const generateMetadata = titled((text) => text.layout.places.courses);

export default async function CoursesPage() {
  await requireUser('/courses');
  return <Catalogue />;
}
