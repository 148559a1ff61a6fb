import { PersonList, PersonView } from '@/lib/contracts/http/person';
import { CreatePerson, PersonListQuery } from '@/lib/contracts/http/person-requests';
import { createPerson } from '@/lib/domain/person/create-person';
import { listPeople } from '@/lib/domain/person/queries';
import { sendInvitation } from '@/lib/domain/session/send-invitation';
import { versionTag } from '../conditional-request';
import { pageOf } from '../keyset-page';
import { userRoute } from '../route-wrapper';

export const GET = userRoute(
  {
    summary: 'The people of the university, by name; the deleted only when asked for',
    tag: 'people',
    access: ['admin'],
    query: PersonListQuery,
    result: PersonList,
  },
  ({ query, services }) =>
    listPeople(services.database.sql, { ...query, ...pageOf('people', query, 'name') }),
);

export const POST = userRoute(
  {
    summary: 'Make an account; its owner sets the password',
    tag: 'people',
    access: ['admin'],
    body: CreatePerson,
    status: 201,
    result: PersonView,
    idempotent: true,
    etag: ({ version }) => versionTag(version),
    location: ({ id }) => `/api/people/${id}`,
  },
  ({ body, user, correlationId, services }) =>
    createPerson(services.unitOfWork, {
      actor: user,
      correlationId,
      person: body,
      invite: (tx, person) => sendInvitation(tx, { ...person, locale: null }, services.publicOrigin),
    }),
);
