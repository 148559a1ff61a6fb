import type { notificationPreference } from '../text/en/notification-preference';
import { createFetchedText } from '../text/fetched-text';

export type PreferenceText = typeof notificationPreference;

/** What is said about how one is told, and why one was. */
export const usePreferenceText = createFetchedText<PreferenceText>({
  en: () => import('../text/en/notification-preference').then((module) => module.notificationPreference),
  de: () => import('../text/de/notification-preference').then((module) => module.notificationPreference),
});
