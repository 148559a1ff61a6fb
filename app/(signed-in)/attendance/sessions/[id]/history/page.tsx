import { requireUser } from '@/app/current-user';
import { titled } from '@/app/request-language';
import { SessionRecord } from '@/components/attendance/session-record';

export const generateMetadata = titled((text) => text.attendanceCorrection.recordTitle);

export default async function RecordOfSession({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  await requireUser(`/attendance/sessions/${id}/history`, ['faculty', 'admin']);
  return <SessionRecord id={id} />;
}
