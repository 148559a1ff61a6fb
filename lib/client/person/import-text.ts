import type { personImport } from '../text/en/person-import';
import { createFetchedText } from '../text/fetched-text';

export type ImportText = typeof personImport;

/** What the import page says. */
export const useImportText = createFetchedText<ImportText>({
  en: () => import('../text/en/person-import').then((module) => module.personImport),
  de: () => import('../text/de/person-import').then((module) => module.personImport),
});
