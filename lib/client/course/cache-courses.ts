import type { QueryClient } from '@tanstack/react-query';
import type { CourseSeats, CourseView } from '@/lib/contracts/http/course';
import type { Pages } from '../http/page-items';
import { patchQueries } from '../http/patch-query';
import { courseKeys } from './course-keys';

/** The numbers as they were counted last, wherever the course is shown. */
export function setSeats(queryClient: QueryClient, { course_id, ...seats }: CourseSeats): void {
  const patch = (course: CourseView) => (course.id === course_id ? { ...course, ...seats } : course);
  patchQueries<CourseView>(queryClient, courseKeys.details, patch);
  patchQueries<Pages<CourseView>>(queryClient, courseKeys.lists, (list) => ({
    ...list,
    pages: list.pages.map((page) => ({ ...page, items: page.items.map(patch) })),
  }));
}

/** What is on screen of courses is asked for again; the rest when it is looked at. */
export function reloadCourses(queryClient: QueryClient): undefined {
  void queryClient.invalidateQueries({ queryKey: courseKeys.all });
}
