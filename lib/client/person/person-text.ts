import type { person } from '../text/en/person';
import { createFetchedText } from '../text/fetched-text';

/** What the pages of people and of changes say. */
export const usePersonText = createFetchedText<typeof person>({
  en: () => import('../text/en/person').then((module) => module.person),
  de: () => import('../text/de/person').then((module) => module.person),
});
