import * as z from 'zod';
import { ScanResult } from '@/lib/contracts/http/attendance-import';
import { ConfirmScans } from '@/lib/contracts/http/attendance-import-requests';
import { confirmScans } from '@/lib/domain/attendance/confirm-scans';
import { userRoute } from '../../../../route-wrapper';

export const POST = userRoute(
  {
    summary: 'Make the marks that a dry run has shown, all of them or none',
    tag: 'attendance',
    access: ['faculty', 'admin'],
    params: z.object({ id: z.string() }),
    body: ConfirmScans,
    result: ScanResult,
    idempotent: true,
    problems: ['resource.not_found', 'import.has_errors', 'import.outdated', 'import.done'],
  },
  ({ params, body, user, correlationId, services }) =>
    confirmScans(services.unitOfWork, {
      actor: user,
      correlationId,
      timeZone: services.universityTimeZone,
      id: params.id,
      digest: body.digest,
    }),
);
