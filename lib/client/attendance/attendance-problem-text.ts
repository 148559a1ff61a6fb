import type { attendanceProblem } from '../text/en/attendance-problem';
import { createFetchedText } from '../text/fetched-text';

/** What the pages of attendance say of the problems that they alone meet: `describeProblem(words, error, this)`. */
export const useAttendanceProblemText = createFetchedText<typeof attendanceProblem>({
  en: () => import('../text/en/attendance-problem').then((module) => module.attendanceProblem),
  de: () => import('../text/de/attendance-problem').then((module) => module.attendanceProblem),
});
