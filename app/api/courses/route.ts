import { CourseList, CourseView } from '@/lib/contracts/http/course';
import { CourseListQuery, CreateCourse } from '@/lib/contracts/http/course-requests';
import { createCourse } from '@/lib/domain/course/create-course';
import { listCourses } from '@/lib/domain/course/list-courses';
import { pageOf } from '../keyset-page';
import { userRoute } from '../route-wrapper';

export const GET = userRoute(
  {
    summary: 'The catalogue of courses with free seats, by code',
    tag: 'courses',
    access: 'signed-in',
    query: CourseListQuery,
    result: CourseList,
  },
  ({ query, user, services }) =>
    listCourses(services.database.sql, user, { ...query, ...pageOf('courses', query, 'name') }),
);

export const POST = userRoute(
  {
    summary: 'Teach a subject in a term; inactive at first',
    tag: 'courses',
    access: ['admin'],
    body: CreateCourse,
    status: 201,
    result: CourseView,
    idempotent: true,
    location: ({ id }) => `/api/courses/${id}`,
    problems: ['course.section_taken'],
  },
  ({ body, user, correlationId, services }) =>
    createCourse(services.unitOfWork, { actor: user, correlationId, draft: body }),
);
