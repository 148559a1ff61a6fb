import type { reach } from '../text/en/reach';
import { createFetchedText } from '../text/fetched-text';

export type ReachText = typeof reach;

/** What the pages of authors say of how far an announcement has come. */
export const useReachText = createFetchedText<ReachText>({
  en: () => import('../text/en/reach').then((module) => module.reach),
  de: () => import('../text/de/reach').then((module) => module.reach),
});
