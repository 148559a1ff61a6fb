import { deleteCourse } from '@/lib/domain/course/change-status';
import { editCourse } from '@/lib/domain/course/edit-course';
import { readCourse } from '@/lib/domain/course/list-courses';
import { userRoute } from '../../route-wrapper';
import { deleteOne, editOne, readOne } from './declarations';

export const GET = userRoute(readOne, ({ params, user, services }) =>
  readCourse(services.database.sql, user, params.id),
);

export const PATCH = userRoute(editOne, ({ params, body, ifMatch, user, correlationId, services }) =>
  editCourse(services.unitOfWork, { actor: user, correlationId, id: params.id, ifMatch, change: body }),
);

export const DELETE = userRoute(
  deleteOne,
  async ({ params, query, ifMatch, user, correlationId, services }) => {
    const { unitOfWork } = services;
    const request = { actor: user, correlationId, id: params.id, reason: query.reason };
    await deleteCourse(unitOfWork, { ...request, ifMatch: ifMatch ?? undefined });
    return undefined;
  },
);
