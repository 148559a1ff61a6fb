import { requireUser } from '@/app/current-user';
import { titled } from '@/app/request-language';
import { ImportPage } from '@/components/person/import-page';

export const generateMetadata = titled((text) => text.personImport.title);

export default async function ImportPeople() {
  await requireUser('/admin/people/import', ['admin']);
  return <ImportPage />;
}
