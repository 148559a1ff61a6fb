import type { eventDesk } from '../text/en/event-desk';
import { createFetchedText } from '../text/fetched-text';

export type DeskText = typeof eventDesk;

/** What the event desk says: nobody else has to load it. */
export const useDeskText = createFetchedText<DeskText>({
  en: () => import('../text/en/event-desk').then((module) => module.eventDesk),
  de: () => import('../text/de/event-desk').then((module) => module.eventDesk),
});
