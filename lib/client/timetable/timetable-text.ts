import type { timetable } from '../text/en/timetable';
import { createFetchedText } from '../text/fetched-text';

export type TimetableText = typeof timetable;

/** What the pages of the timetable say. */
export const useTimetableText = createFetchedText<TimetableText>({
  en: () => import('../text/en/timetable').then((module) => module.timetable),
  de: () => import('../text/de/timetable').then((module) => module.timetable),
});
