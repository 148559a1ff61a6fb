import { requireUser } from '@/app/current-user';
import { describeMe } from '@/app/describe-me';
import { titled } from '@/app/request-language';
import { ReaderHome } from '@/components/home/reader-home';

export const generateMetadata = titled((text) => text.home.title);

export default async function FacultyHome() {
  const { may_announce } = await describeMe(await requireUser('/faculty', ['faculty']));
  return <ReaderHome isAuthor={may_announce} />;
}
