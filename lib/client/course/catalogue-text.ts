import type { catalogue } from '../text/en/catalogue';
import { createFetchedText } from '../text/fetched-text';

/** What the forms of courses, subjects and terms say. */
export const useCatalogueText = createFetchedText<typeof catalogue>({
  en: () => import('../text/en/catalogue').then((module) => module.catalogue),
  de: () => import('../text/de/catalogue').then((module) => module.catalogue),
});
