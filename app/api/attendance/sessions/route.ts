import { AttendanceSession, AttendanceSessionList } from '@/lib/contracts/http/attendance';
import { OpenSession, SessionListQuery } from '@/lib/contracts/http/attendance-requests';
import { listSessions } from '@/lib/domain/attendance/list-sessions';
import { openSession } from '@/lib/domain/attendance/open-session';
import { userRoute } from '../../route-wrapper';

export const GET = userRoute(
  {
    summary: 'The classes whose attendance the caller takes, newest first',
    tag: 'attendance',
    access: ['faculty', 'admin'],
    query: SessionListQuery,
    result: AttendanceSessionList,
  },
  ({ query, user, services }) =>
    listSessions(services.database.sql, user, { ...query, timeZone: services.universityTimeZone }),
);

export const POST = userRoute(
  {
    summary: 'Open the roster of a class; the same class again is the same session',
    tag: 'attendance',
    access: ['faculty', 'admin'],
    body: OpenSession,
    result: AttendanceSession,
    idempotent: true,
    problems: ['resource.not_found', 'attendance.not_held', 'attendance.cancelled'],
  },
  ({ body, user, correlationId, services }) =>
    openSession(services.unitOfWork, {
      actor: user,
      correlationId,
      timeZone: services.universityTimeZone,
      wanted: body,
    }),
);
