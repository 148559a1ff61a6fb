import { requireUser } from '@/app/current-user';
import { titled } from '@/app/request-language';
import { ReportsPage } from '@/components/attendance/reports-page';

export const generateMetadata = titled((text) => text.attendanceReport.title);

export default async function AttendanceReports() {
  await requireUser('/attendance/reports', ['faculty', 'admin']);
  return <ReportsPage />;
}
