import { requireUser } from '@/app/current-user';
import { ReaderHome } from '@/components/home/reader-home';

export const metadata = { title: 'Home' };

export default async function StudentHome() {
  await requireUser('/home', ['student']);
  return <ReaderHome />;
}
