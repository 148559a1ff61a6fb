import { requireUser } from '@/app/current-user';
import { titled } from '@/app/request-language';
import { SessionPage } from '@/components/attendance/session-page';

export const generateMetadata = titled((text) => text.attendanceRoster.session);

export default async function OneSession({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  await requireUser(`/attendance/sessions/${id}`, ['faculty', 'admin']);
  return <SessionPage id={id} />;
}
