import type { coursePage } from '../text/en/course-page';
import { createFetchedText } from '../text/fetched-text';

/** What the sections of a course's page say that are fetched beside it. */
export const useCoursePageText = createFetchedText<typeof coursePage>({
  en: () => import('../text/en/course-page').then((module) => module.coursePage),
  de: () => import('../text/de/course-page').then((module) => module.coursePage),
});
