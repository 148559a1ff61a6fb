import type { attendanceSettings } from '../text/en/attendance-settings';
import { createFetchedText } from '../text/fetched-text';

/** What the page of the rules of attendance says. */
export const useAttendanceSettingsText = createFetchedText<typeof attendanceSettings>({
  en: () => import('../text/en/attendance-settings').then((module) => module.attendanceSettings),
  de: () => import('../text/de/attendance-settings').then((module) => module.attendanceSettings),
});
