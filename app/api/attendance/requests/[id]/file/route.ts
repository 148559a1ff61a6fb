import * as z from 'zod';
import { FileAnswer } from '@/lib/contracts/http/file-answer';
import { readRequestFile } from '@/lib/domain/attendance/read-request-file';
import { userRoute } from '../../../../route-wrapper';

export const GET = userRoute(
  {
    summary: 'The file of a request, for the student and those who decide',
    tag: 'attendance',
    access: 'signed-in',
    params: z.object({ id: z.string() }),
    result: FileAnswer,
    isFile: true,
    problems: ['resource.not_found'],
  },
  ({ params, user, services }) => readRequestFile(services.database.sql, user, params.id),
);
