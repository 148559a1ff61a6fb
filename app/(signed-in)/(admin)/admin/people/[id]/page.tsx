import { requireUser } from '@/app/current-user';
import { titled } from '@/app/request-language';
import { PersonPage } from '@/components/person/person-page';

export const generateMetadata = titled((text) => text.person.one);

export default async function Person({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  await requireUser(`/admin/people/${id}`, ['admin']);
  return <PersonPage id={id} />;
}
