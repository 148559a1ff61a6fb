import { requireUser } from '@/app/current-user';
import { titled } from '@/app/request-language';
import { AttendanceSettingsPage } from '@/components/attendance-setting/attendance-settings-page';

export const generateMetadata = titled((text) => text.attendanceSettings.title);

export default async function AdminAttendance() {
  await requireUser('/admin/attendance', ['admin']);
  return <AttendanceSettingsPage />;
}
