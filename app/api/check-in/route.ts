import { CheckedIn } from '@/lib/contracts/http/check-in';
import { CheckIn } from '@/lib/contracts/http/check-in-requests';
import { checkIn } from '@/lib/domain/attendance/check-in';
import { userRoute } from '../route-wrapper';

export const POST = userRoute(
  {
    summary: 'Check in to a class by what its wall shows; a second time answers as the first',
    tag: 'attendance',
    access: ['student'],
    body: CheckIn,
    result: CheckedIn,
    knowsDevice: true,
    problems: [
      'resource.not_found',
      'check_in.wrong_code',
      'check_in.code_expired',
      'check_in.not_open',
      'check_in.not_in_course',
      'attendance.cancelled',
      'attendance.too_early',
      'attendance.frozen',
    ],
  },
  ({ body, user, correlationId, device, deviceHash, services }) =>
    checkIn(
      { sql: services.database.sql, unitOfWork: services.unitOfWork, desk: services.checkInDesk },
      {
        actor: user,
        correlationId,
        timeZone: services.universityTimeZone,
        given: body,
        device: { hash: deviceHash, ipAddress: device.ipAddress },
      },
    ),
);
