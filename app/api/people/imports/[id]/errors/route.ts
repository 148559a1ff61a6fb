import * as z from 'zod';
import { exportImportErrors } from '@/lib/domain/person/export-errors';
import { userRoute } from '../../../../route-wrapper';

export const GET = userRoute(
  {
    summary: 'What a dry run found wrong, one line each, for a spreadsheet',
    tag: 'people',
    access: ['admin'],
    params: z.object({ id: z.string() }),
    result: z.string(),
    mediaType: 'text/csv; charset=utf-8',
    fileName: 'import-errors.csv',
    problems: ['resource.not_found'],
  },
  ({ params, user, services }) => exportImportErrors(services.database.sql, { actor: user, id: params.id }),
);
