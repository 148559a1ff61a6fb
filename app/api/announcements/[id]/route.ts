import { deleteAnnouncement } from '@/lib/domain/announcement/delete-announcement';
import { editAnnouncement } from '@/lib/domain/announcement/edit-announcement';
import { readAnnouncement } from '@/lib/domain/announcement/queries';
import { userRoute } from '../../route-wrapper';
import { deleteOne, editOne, readOne } from './declarations';

export const GET = userRoute(readOne, ({ params, user, services }) =>
  readAnnouncement(services.database.sql, user, params.id),
);

export const PATCH = userRoute(editOne, ({ params, body, ifMatch, user, correlationId, services }) =>
  editAnnouncement(services.unitOfWork, {
    actor: user,
    correlationId,
    id: params.id,
    ifMatch,
    change: body,
  }),
);

export const DELETE = userRoute(deleteOne, ({ params, query, ifMatch, user, correlationId, services }) =>
  deleteAnnouncement(services.unitOfWork, {
    actor: user,
    correlationId,
    id: params.id,
    ifMatch: ifMatch ?? undefined,
    reason: query.reason,
  }).then(() => undefined),
);
