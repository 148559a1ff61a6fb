import type { rosterImport } from '../text/en/roster-import';
import { createFetchedText } from '../text/fetched-text';

export type RosterText = typeof rosterImport;

/** What the import of OneRoster files says. */
export const useRosterText = createFetchedText<RosterText>({
  en: () => import('../text/en/roster-import').then((module) => module.rosterImport),
  de: () => import('../text/de/roster-import').then((module) => module.rosterImport),
});
