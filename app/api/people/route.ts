import { createPerson } from '@/lib/domain/person/create-person';
import { listPeople } from '@/lib/domain/person/queries';
import { sendInvitation } from '@/lib/domain/session/send-invitation';
import { pageOf } from '../keyset-page';
import { userRoute } from '../route-wrapper';
import { createOne, listAll } from './declarations';

export const GET = userRoute(listAll, ({ query, services }) =>
  listPeople(services.database.sql, { ...query, ...pageOf('people', query, 'name') }),
);

export const POST = userRoute(createOne, ({ body, user, correlationId, services }) =>
  createPerson(services.unitOfWork, {
    actor: user,
    correlationId,
    person: body,
    invite: (tx, person) => sendInvitation(tx, { ...person, locale: null }, services.publicOrigin),
  }),
);
