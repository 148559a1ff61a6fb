import type { personImport } from '../text/en/person-import';
import { createFetchedText } from '../text/fetched-text';

/** What the import page says. */
export const useImportText = createFetchedText<typeof personImport>({
  en: () => import('../text/en/person-import').then((module) => module.personImport),
  de: () => import('../text/de/person-import').then((module) => module.personImport),
});
