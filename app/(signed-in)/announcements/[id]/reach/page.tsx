import { requireUser } from '@/app/current-user';
import { titled } from '@/app/request-language';
import { ReachPage } from '@/components/reach/reach-page';

export const generateMetadata = titled((text) => text.reach.title);

/** The API decides whose board it is: others are told so. */
export default async function AnnouncementReach({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  await requireUser(`/announcements/${id}/reach`, ['faculty', 'admin']);
  return <ReachPage id={id} />;
}
