import * as z from 'zod';
import { ImportResult } from '@/lib/contracts/http/person-import';
import { ConfirmImport } from '@/lib/contracts/http/person-import-requests';
import { confirmImport } from '@/lib/domain/person/import-people';
import { userRoute } from '../../../../route-wrapper';

export const POST = userRoute(
  {
    summary: 'Write what a dry run has shown, all of it or nothing',
    tag: 'people',
    access: ['admin'],
    params: z.object({ id: z.string() }),
    body: ConfirmImport,
    result: ImportResult,
    idempotent: true,
    problems: [
      'resource.not_found',
      'import.has_errors',
      'import.outdated',
      'import.done',
      'person.last_admin',
    ],
  },
  ({ params, body, user, correlationId, services }) =>
    confirmImport(services.unitOfWork, { actor: user, correlationId, id: params.id, digest: body.digest }),
);
