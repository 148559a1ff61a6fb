import type { courseStaff } from '../text/en/course-staff';
import { createFetchedText } from '../text/fetched-text';

/** What the page of a course says to those who teach it and to administrators. */
export const useCourseStaffText = createFetchedText<typeof courseStaff>({
  en: () => import('../text/en/course-staff').then((module) => module.courseStaff),
  de: () => import('../text/de/course-staff').then((module) => module.courseStaff),
});
