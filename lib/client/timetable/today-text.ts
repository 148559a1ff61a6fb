import type { today } from '../text/en/today';
import { createFetchedText } from '../text/fetched-text';

export type TodayText = typeof today;

/** What the home page says of today's classes. */
export const useTodayText = createFetchedText<TodayText>({
  en: () => import('../text/en/today').then((module) => module.today),
  de: () => import('../text/de/today').then((module) => module.today),
});
