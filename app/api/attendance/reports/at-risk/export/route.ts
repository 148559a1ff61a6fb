import * as z from 'zod';
import { AtRiskExport } from '@/lib/contracts/http/attendance-report-requests';
import { exportAtRisk } from '@/lib/domain/attendance/list-at-risk';
import { userRoute } from '../../../../route-wrapper';

export const GET = userRoute(
  {
    summary: 'Students below the line, or with several absences in a row, for a spreadsheet',
    tag: 'attendance',
    access: ['faculty', 'admin'],
    query: AtRiskExport,
    result: z.string(),
    mediaType: 'text/csv; charset=utf-8',
    fileName: 'attendance-at-risk.csv',
  },
  ({ query, user, services }) => exportAtRisk(services.database.sql, user, query),
);
