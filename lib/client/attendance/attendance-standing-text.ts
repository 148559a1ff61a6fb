import type { attendanceStanding } from '../text/en/attendance-standing';
import { createFetchedText } from '../text/fetched-text';

export type StandingText = typeof attendanceStanding;

/** What the pages of numbers say. */
export const useStandingText = createFetchedText<StandingText>({
  en: () => import('../text/en/attendance-standing').then((module) => module.attendanceStanding),
  de: () => import('../text/de/attendance-standing').then((module) => module.attendanceStanding),
});
