import { TeacherList } from '@/lib/contracts/http/timetable';
import { TeacherQuery } from '@/lib/contracts/http/timetable-requests';
import { listTeachers } from '@/lib/domain/timetable/list-teachers';
import { userRoute } from '../../route-wrapper';

export const GET = userRoute(
  {
    summary: 'Members of the faculty by name, at most 100; those first who are free at a time',
    tag: 'timetable',
    access: 'signed-in',
    query: TeacherQuery,
    result: TeacherList,
  },
  ({ query, services }) => listTeachers(services.database.sql, query),
);
