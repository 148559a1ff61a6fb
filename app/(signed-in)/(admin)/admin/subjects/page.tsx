import { requireUser } from '@/app/current-user';
import { titled } from '@/app/request-language';
import { SubjectsPage } from '@/components/subject/subjects-page';

export const generateMetadata = titled((text) => text.catalogue.subject.title);

export default async function AdminSubjects() {
  await requireUser('/admin/subjects', ['admin']);
  return <SubjectsPage />;
}
