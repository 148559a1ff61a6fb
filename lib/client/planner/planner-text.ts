import type { planner } from '../text/en/planner';
import { createFetchedText } from '../text/fetched-text';

export type PlannerText = typeof planner;

/** What the planner of timetables says. */
export const usePlannerText = createFetchedText<PlannerText>({
  en: () => import('../text/en/planner').then((module) => module.planner),
  de: () => import('../text/de/planner').then((module) => module.planner),
});
