import * as z from 'zod';
import { PersonFilter } from '@/lib/contracts/http/person-requests';
import { exportPeople } from '@/lib/domain/person/export-people';
import { userRoute } from '../../route-wrapper';

export const GET = userRoute(
  {
    summary: 'The people, one line each, for a spreadsheet or an import',
    tag: 'people',
    access: ['admin'],
    query: PersonFilter,
    result: z.string(),
    mediaType: 'text/csv; charset=utf-8',
    fileName: 'people.csv',
  },
  ({ query, services }) => exportPeople(services.database.sql, query),
);
