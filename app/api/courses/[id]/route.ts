import * as z from 'zod';
import { CourseView } from '@/lib/contracts/http/course';
import { EditCourse, WithReason } from '@/lib/contracts/http/course-requests';
import { deleteCourse } from '@/lib/domain/course/change-status';
import { editCourse } from '@/lib/domain/course/edit-course';
import { readCourse } from '@/lib/domain/course/list-courses';
import { userRoute } from '../../route-wrapper';

const one = {
  tag: 'courses',
  params: z.object({ id: z.string() }),
  problems: ['resource.not_found'],
} as const;

// Its version says nothing of its seats, so an answer has no entity tag; an edit names the version in it.
export const GET = userRoute(
  { ...one, summary: 'One course', access: 'signed-in', result: CourseView },
  ({ params, user, services }) => readCourse(services.database.sql, user, params.id),
);

export const PATCH = userRoute(
  {
    ...one,
    summary: 'Edit a course: section, seats, offers, faculty',
    access: ['admin'],
    body: EditCourse,
    result: CourseView,
    ifMatch: 'required',
    problems: ['resource.not_found', 'course.section_taken'],
  },
  ({ params, body, ifMatch, user, correlationId, services }) =>
    editCourse(services.unitOfWork, { actor: user, correlationId, id: params.id, ifMatch, change: body }),
);

const deleteOne = {
  ...one,
  access: ['admin'],
  query: WithReason,
  result: z.undefined(),
  status: 204,
} as const;

export const DELETE = userRoute(
  { ...deleteOne, summary: 'Delete a course, and take everybody out of it', ifMatch: 'optional' },
  async ({ params, query, ifMatch, user, correlationId, services }) => {
    const { unitOfWork } = services;
    const request = { actor: user, correlationId, id: params.id, reason: query.reason };
    await deleteCourse(unitOfWork, { ...request, ifMatch: ifMatch ?? undefined });
    return undefined;
  },
);
