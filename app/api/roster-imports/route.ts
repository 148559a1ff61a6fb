import { RosterPlan } from '@/lib/contracts/http/roster-import';
import { ImportRoster } from '@/lib/contracts/http/roster-import-requests';
import { tryRoster } from '@/lib/domain/roster-import/try-roster';
import { userRoute } from '../route-wrapper';

export const POST = userRoute(
  {
    summary: 'What OneRoster 1.1 files would do, row by row; nothing is written',
    tag: 'people',
    access: ['admin'],
    body: ImportRoster,
    bodyBytes: 16 * 1024 * 1024,
    status: 201,
    result: RosterPlan,
    problems: ['import.outdated', 'person.last_admin'],
  },
  ({ body, user, correlationId, services }) =>
    tryRoster(services.unitOfWork, { actor: user, correlationId, roster: body }),
);
