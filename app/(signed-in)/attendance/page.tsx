import { requireUser } from '@/app/current-user';
import { titled } from '@/app/request-language';
import { StaffAttendance } from '@/components/attendance/staff-attendance';

export const generateMetadata = titled((text) => text.layout.places.attendance);

export default async function Attendance() {
  await requireUser('/attendance', ['faculty', 'admin']);
  return <StaffAttendance />;
}
