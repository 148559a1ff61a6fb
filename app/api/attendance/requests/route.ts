import { CorrectionRequest, CorrectionRequestList } from '@/lib/contracts/http/attendance-correction';
import { AskCorrection, CorrectionRequestQuery } from '@/lib/contracts/http/attendance-correction-requests';
import { askCorrection } from '@/lib/domain/attendance/ask-correction';
import { listRequests } from '@/lib/domain/attendance/list-requests';
import { pageOf } from '../../keyset-page';
import { userRoute } from '../../route-wrapper';

export const GET = userRoute(
  {
    summary: 'Requests for a correction, newest first: the own ones, or those one may decide',
    tag: 'attendance',
    access: 'signed-in',
    query: CorrectionRequestQuery,
    result: CorrectionRequestList,
  },
  ({ query, user, services }) =>
    listRequests(services.database.sql, user, { open: query.open, ...pageOf('requests', query) }),
);

export const POST = userRoute(
  {
    summary: 'Ask for the own mark of a class to be another, with a note and perhaps a file',
    tag: 'attendance',
    access: ['student'],
    body: AskCorrection,
    bodyBytes: 3 * 1024 * 1024,
    status: 201,
    result: CorrectionRequest,
    idempotent: true,
    problems: [
      'resource.not_found',
      'attendance.too_early',
      'attendance.frozen',
      'attendance.request_open',
      'attendance.marked_so',
    ],
  },
  ({ body, user, correlationId, services }) =>
    askCorrection(services.unitOfWork, {
      actor: user,
      correlationId,
      timeZone: services.universityTimeZone,
      given: body,
    }),
);
