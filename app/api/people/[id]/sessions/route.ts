import * as z from 'zod';
import { SessionList } from '@/lib/contracts/http/session';
import { readPerson } from '@/lib/domain/person/queries';
import { listSessions } from '@/lib/domain/session/queries';
import { userRoute } from '../../../route-wrapper';

export const GET = userRoute(
  {
    summary: 'Where a person is signed in',
    tag: 'people',
    access: ['admin'],
    params: z.object({ id: z.string() }),
    result: SessionList,
    problems: ['resource.not_found'],
  },
  async ({ params, user, services }) => {
    const { sql } = services.database;
    const { id } = await readPerson(sql, params.id);
    return listSessions(sql, { userId: id, sessionId: user.sessionId });
  },
);
