import { requireUser } from '@/app/current-user';
import { titled } from '@/app/request-language';
import { StaffAttendance } from '@/components/attendance/staff-attendance';
import { StandingPage } from '@/components/attendance-standing/standing-page';

export const generateMetadata = titled((text) => text.layout.places.attendance);

export default async function Attendance() {
  const user = await requireUser('/attendance');
  return user.role === 'student' ? <StandingPage /> : <StaffAttendance />;
}
