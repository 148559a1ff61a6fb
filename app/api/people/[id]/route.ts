import { deletePerson } from '@/lib/domain/person/change-status';
import { editPerson } from '@/lib/domain/person/edit-person';
import { readPerson } from '@/lib/domain/person/queries';
import { userRoute } from '../../route-wrapper';
import { deleteOne, editOne, readOne } from './declarations';

export const GET = userRoute(readOne, ({ params, services }) => readPerson(services.database.sql, params.id));

export const PATCH = userRoute(editOne, ({ params, body, ifMatch, user, correlationId, services }) =>
  editPerson(services.unitOfWork, { actor: user, correlationId, id: params.id, ifMatch, change: body }),
);

export const DELETE = userRoute(deleteOne, ({ params, query, ifMatch, user, correlationId, services }) =>
  deletePerson(services.unitOfWork, {
    actor: user,
    correlationId,
    id: params.id,
    ifMatch,
    reason: query.reason,
  }).then(() => undefined),
);
