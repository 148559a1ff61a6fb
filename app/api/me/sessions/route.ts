import { SessionList, SessionsEnded } from '@/lib/contracts/http/session';
import { EndSessionsQuery } from '@/lib/contracts/http/session-requests';
import { endSessions } from '@/lib/domain/session/end-sessions';
import { listSessions } from '@/lib/domain/session/queries';
import { userRoute } from '../../route-wrapper';

export const GET = userRoute(
  { summary: 'Where the user is signed in', tag: 'session', access: 'signed-in', result: SessionList },
  ({ user, services }) => listSessions(services.database.sql, user),
);

export const DELETE = userRoute(
  {
    summary: 'Sign out everywhere else, or everywhere',
    tag: 'session',
    access: 'signed-in',
    query: EndSessionsQuery,
    result: SessionsEnded,
  },
  ({ user, query, correlationId, services }) =>
    endSessions(services.unitOfWork, {
      userId: user.userId,
      currentId: user.sessionId,
      everywhere: query.everywhere,
      correlationId,
    }),
);
