import type { NotificationChannel } from '@/lib/contracts/http/notification-category';

/** A way out of the browser. */
export type OuterChannel = Exclude<NotificationChannel, 'in_app'>;
