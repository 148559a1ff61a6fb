import type { calendar } from '../text/en/calendar';
import { createFetchedText } from '../text/fetched-text';

export type CalendarText = typeof calendar;

/** What is said about calendar programs. */
export const useCalendarText = createFetchedText<CalendarText>({
  en: () => import('../text/en/calendar').then((module) => module.calendar),
  de: () => import('../text/de/calendar').then((module) => module.calendar),
});
