import { ImportPlan } from '@/lib/contracts/http/person-import';
import { ImportPeople } from '@/lib/contracts/http/person-import-requests';
import { tryImport } from '@/lib/domain/person/import-people';
import { userRoute } from '../../route-wrapper';

export const POST = userRoute(
  {
    summary: 'What a CSV file of people would do, row by row; nothing is written',
    tag: 'people',
    access: ['admin'],
    body: ImportPeople,
    bodyBytes: 8 * 1024 * 1024,
    status: 201,
    result: ImportPlan,
  },
  ({ body, user, correlationId, services }) =>
    tryImport(services.unitOfWork, { actor: user, correlationId, file: body }),
);
