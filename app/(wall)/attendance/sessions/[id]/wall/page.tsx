import { requireUser } from '@/app/current-user';
import { describeMe } from '@/app/describe-me';
import { titled } from '@/app/request-language';
import { WallPage } from '@/components/check-in/wall-page';
import { WallSession } from '@/components/check-in/wall-session';

export const generateMetadata = titled((text) => text.checkIn.wall.title);

/** Without the shell: it is projected, and the names of places and what is in the bell are nobody's in the hall. */
export default async function Wall({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const user = await requireUser(`/attendance/sessions/${id}/wall`, ['faculty', 'admin']);
  return (
    <WallSession me={await describeMe(user)}>
      <WallPage id={id} />
    </WallSession>
  );
}
