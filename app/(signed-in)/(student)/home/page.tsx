import { requireUser } from '@/app/current-user';
import { titled } from '@/app/request-language';
import { ReaderHome } from '@/components/home/reader-home';

export const generateMetadata = titled((text) => text.home.title);

export default async function StudentHome() {
  await requireUser('/home', ['student']);
  return <ReaderHome />;
}
