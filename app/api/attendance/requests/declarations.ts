import { CorrectionRequest, CorrectionRequestList } from '@/lib/contracts/http/attendance-correction';
import { AskCorrection, CorrectionRequestQuery } from '@/lib/contracts/http/attendance-correction-requests';

export const listAll = {
  summary: 'Requests for a correction, newest first: the own ones, or those one may decide',
  tag: 'attendance',
  access: 'signed-in',
  query: CorrectionRequestQuery,
  result: CorrectionRequestList,
} as const;

export const askForOne = {
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
} as const;
