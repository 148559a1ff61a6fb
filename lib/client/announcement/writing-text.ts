import type { writing } from '../text/en/writing';
import { createFetchedText } from '../text/fetched-text';

export type WritingText = typeof writing;

/** What the page says where announcements are written: who only reads does not load it. */
export const useWritingText = createFetchedText<WritingText>({
  en: () => import('../text/en/writing').then((module) => module.writing),
  de: () => import('../text/de/writing').then((module) => module.writing),
});
