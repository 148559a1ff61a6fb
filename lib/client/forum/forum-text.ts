import type { forum } from '../text/en/forum';
import { createFetchedText } from '../text/fetched-text';

/** What the discussion of a course says. */
export const useForumText = createFetchedText<typeof forum>({
  en: () => import('../text/en/forum').then((module) => module.forum),
  de: () => import('../text/de/forum').then((module) => module.forum),
});
