import { requireUser } from '@/app/current-user';
import { titled } from '@/app/request-language';
import { PeoplePage } from '@/components/person/people-page';

export const generateMetadata = titled((text) => text.person.title);

export default async function People() {
  await requireUser('/admin/people', ['admin']);
  return <PeoplePage />;
}
