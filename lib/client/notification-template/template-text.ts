import type { notificationTemplate } from '../text/en/notification-template';
import { createFetchedText } from '../text/fetched-text';

/** What the page of templates says, and whoever chooses one. */
export const useTemplateText = createFetchedText<typeof notificationTemplate>({
  en: () => import('../text/en/notification-template').then((module) => module.notificationTemplate),
  de: () => import('../text/de/notification-template').then((module) => module.notificationTemplate),
});
