import * as z from 'zod';
import { RosterResult } from '@/lib/contracts/http/roster-import';
import { ConfirmRoster } from '@/lib/contracts/http/roster-import-requests';
import { confirmRoster } from '@/lib/domain/roster-import/confirm-roster';
import { userRoute } from '../../../route-wrapper';

export const POST = userRoute(
  {
    summary: 'Write what a dry run of OneRoster files has shown, all of it or nothing',
    tag: 'people',
    access: ['admin'],
    params: z.object({ id: z.string() }),
    body: ConfirmRoster,
    result: RosterResult,
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
    confirmRoster(services.unitOfWork, { actor: user, correlationId, id: params.id, digest: body.digest }),
);
