import { StudentStanding } from '@/lib/contracts/http/attendance-standing';
import { readStanding } from '@/lib/domain/attendance/read-standing';
import { userRoute } from '../../route-wrapper';

export const GET = userRoute(
  {
    summary: "The caller's own attendance, by course: the share, what can still be reached, open alerts",
    tag: 'attendance',
    access: ['student'],
    result: StudentStanding,
  },
  ({ user, services }) =>
    readStanding(services.database.sql, user, {
      studentId: user.userId,
      timeZone: services.universityTimeZone,
    }),
);
