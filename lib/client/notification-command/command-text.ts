import type { notificationCommand } from '../text/en/notification-command';
import { createFetchedText } from '../text/fetched-text';

/** What the pages say where notifications are sent and watched. */
export const useCommandText = createFetchedText<typeof notificationCommand>({
  en: () => import('../text/en/notification-command').then((module) => module.notificationCommand),
  de: () => import('../text/de/notification-command').then((module) => module.notificationCommand),
});
