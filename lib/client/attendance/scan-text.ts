import type { attendanceImport } from '../text/en/attendance-import';
import { createFetchedText } from '../text/fetched-text';

export type ScanText = typeof attendanceImport;

/** What the import of scans says. */
export const useScanText = createFetchedText<ScanText>({
  en: () => import('../text/en/attendance-import').then((module) => module.attendanceImport),
  de: () => import('../text/de/attendance-import').then((module) => module.attendanceImport),
});
