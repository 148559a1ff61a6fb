import type { attendanceCorrection } from '../text/en/attendance-correction';
import { createFetchedText } from '../text/fetched-text';

type CorrectionText = typeof attendanceCorrection;

/** What is said of requests for a correction and of the history of marks. */
export const useCorrectionText = createFetchedText<CorrectionText>({
  en: () => import('../text/en/attendance-correction').then((module) => module.attendanceCorrection),
  de: () => import('../text/de/attendance-correction').then((module) => module.attendanceCorrection),
});
