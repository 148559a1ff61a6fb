import type { CourseListQuery } from '@/lib/contracts/http/course-requests';

export type CourseFilter = Partial<
  Pick<CourseListQuery, 'query' | 'term_id' | 'department_id' | 'mine' | 'teaching'>
>;

/** Query keys of courses: lists, single ones, and who is in them. */
export const courseKeys = {
  all: ['courses'] as const,
  lists: ['courses', 'list'] as const,
  list: (filter: CourseFilter) => ['courses', 'list', filter] as const,
  search: (filter: object) => ['courses', 'search', filter] as const,
  details: ['courses', 'one'] as const,
  detail: (id: string) => ['courses', 'one', id] as const,
  check: (id: string, studentId: string) => ['courses', 'check', id, studentId] as const,
  people: (id: string) => ['courses', 'people', id] as const,
};
