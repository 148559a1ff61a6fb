import type { settings } from '../text/en/settings';
import { createFetchedText } from '../text/fetched-text';

export type SettingsText = typeof settings;

/** What the page of the settings says. */
export const useSettingsText = createFetchedText<SettingsText>({
  en: () => import('../text/en/settings').then((module) => module.settings),
  de: () => import('../text/de/settings').then((module) => module.settings),
});
