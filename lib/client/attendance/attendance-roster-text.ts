import type { attendanceRoster } from '../text/en/attendance-roster';
import { createFetchedText } from '../text/fetched-text';

export type RosterText = typeof attendanceRoster;

/** What taking the attendance of a class says. */
export const useRosterText = createFetchedText<RosterText>({
  en: () => import('../text/en/attendance-roster').then((module) => module.attendanceRoster),
  de: () => import('../text/de/attendance-roster').then((module) => module.attendanceRoster),
});
