import * as z from 'zod';
import { FileAnswer } from '@/lib/contracts/http/file-answer';
import { readReportFile } from '@/lib/domain/attendance/list-reports';
import { userRoute } from '../../../../route-wrapper';

export const GET = userRoute(
  {
    summary: 'The file of a report, for who asked for it and administrators',
    tag: 'attendance',
    access: ['faculty', 'admin'],
    params: z.object({ id: z.string() }),
    result: FileAnswer,
    isFile: true,
    problems: ['resource.not_found'],
  },
  ({ params, user, services }) => readReportFile(services.database.sql, user, params.id),
);
