import type { notificationRule } from '../text/en/notification-rule';
import { createFetchedText } from '../text/fetched-text';

/** What the page of mandatory channels says. */
export const useRuleText = createFetchedText<typeof notificationRule>({
  en: () => import('../text/en/notification-rule').then((module) => module.notificationRule),
  de: () => import('../text/de/notification-rule').then((module) => module.notificationRule),
});
