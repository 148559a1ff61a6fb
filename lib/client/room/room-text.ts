import type { room } from '../text/en/room';
import { createFetchedText } from '../text/fetched-text';

/** What the page of rooms and holidays says. */
export const useRoomText = createFetchedText<typeof room>({
  en: () => import('../text/en/room').then((module) => module.room),
  de: () => import('../text/de/room').then((module) => module.room),
});
