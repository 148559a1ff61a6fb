import type { profile } from '../text/en/profile';
import { createFetchedText } from '../text/fetched-text';

export type ProfileText = typeof profile;

/** What the page of the own account says. */
export const useProfileText = createFetchedText<ProfileText>({
  en: () => import('../text/en/profile').then((module) => module.profile),
  de: () => import('../text/de/profile').then((module) => module.profile),
});
