import type { course } from '../text/en/course';
import { createFetchedText } from '../text/fetched-text';

/** What the catalogue and the pages of courses say: fetched with them. */
export const useCourseText = createFetchedText<typeof course>({
  en: () => import('../text/en/course').then((module) => module.course),
  de: () => import('../text/de/course').then((module) => module.course),
});
