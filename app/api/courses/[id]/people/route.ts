import * as z from 'zod';
import { CoursePeople } from '@/lib/contracts/http/course';
import { PeopleQuery } from '@/lib/contracts/http/course-requests';
import { listPeople } from '@/lib/domain/course/list-courses';
import { pageOf } from '../../../keyset-page';
import { userRoute } from '../../../route-wrapper';

export const GET = userRoute(
  {
    summary: 'Who is in a course and its line, for those who teach it',
    tag: 'courses',
    access: ['faculty', 'admin'],
    params: z.object({ id: z.string() }),
    query: PeopleQuery,
    result: CoursePeople,
    problems: ['resource.not_found'],
  },
  ({ params, query, user, services }) =>
    listPeople(services.database.sql, user, {
      ...params,
      ...pageOf(`people of ${params.id}`, query, 'name'),
    }),
);
