import { ScanPlan } from '@/lib/contracts/http/attendance-import';
import { ImportScans } from '@/lib/contracts/http/attendance-import-requests';
import { tryScans } from '@/lib/domain/attendance/try-scans';
import { userRoute } from '../../route-wrapper';

export const POST = userRoute(
  {
    summary: 'Which marks a CSV file of scans would make, row by row; nothing is written',
    tag: 'attendance',
    access: ['faculty', 'admin'],
    body: ImportScans,
    bodyBytes: 8 * 1024 * 1024,
    status: 201,
    result: ScanPlan,
    problems: ['resource.not_found'],
  },
  ({ body, user, correlationId, services }) =>
    tryScans(services.unitOfWork, {
      actor: user,
      correlationId,
      timeZone: services.universityTimeZone,
      file: body,
    }),
);
