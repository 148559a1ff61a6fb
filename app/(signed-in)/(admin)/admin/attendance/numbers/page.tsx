import { requireUser } from '@/app/current-user';
import { titled } from '@/app/request-language';
import { SummaryPage } from '@/components/attendance-standing/summary-page';

export const generateMetadata = titled((text) => text.attendanceStanding.summary.title);

export default async function AttendanceNumbers() {
  await requireUser('/admin/attendance/numbers', ['admin']);
  return <SummaryPage />;
}
