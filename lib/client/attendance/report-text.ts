import type { attendanceReport } from '../text/en/attendance-report';
import { createFetchedText } from '../text/fetched-text';

/** What the page of reports says. */
export const useReportText = createFetchedText<typeof attendanceReport>({
  en: () => import('../text/en/attendance-report').then((module) => module.attendanceReport),
  de: () => import('../text/de/attendance-report').then((module) => module.attendanceReport),
});
