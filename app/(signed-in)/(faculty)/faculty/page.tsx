import { requireUser } from '@/app/current-user';
import { ReaderHome } from '@/components/home/reader-home';

export const metadata = { title: 'Home' };

export default async function FacultyHome() {
  await requireUser('/faculty', ['faculty']);
  return <ReaderHome />;
}
