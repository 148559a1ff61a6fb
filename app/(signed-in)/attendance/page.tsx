import { requireUser } from '@/app/current-user';
import { titled } from '@/app/request-language';
import { AttendancePage } from '@/components/attendance/attendance-page';

export const generateMetadata = titled((text) => text.layout.places.attendance);

export default async function Attendance() {
  const user = await requireUser('/attendance');
  return <AttendancePage isStudent={user.role === 'student'} />;
}
