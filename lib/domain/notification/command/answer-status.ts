import type { NotificationChannel } from '@/lib/contracts/http/notification-category';
import { notificationIdOf } from './command';

/** What the sender of a command is told. */
export interface Answer {
  /** The sender's name for the command. */
  readonly id: string;
  readonly channel: NotificationChannel;
  readonly reason: string;
  /** Who will not get it; empty when nobody will. */
  readonly userId?: string;
}

export const statusOf = ({ id, channel, reason, userId = '' }: Answer) => ({
  notification_id: notificationIdOf(id),
  queue_id: id,
  user_id: userId,
  channel,
  attempt_count: 0,
  error_message: reason,
  sent_at: null,
  delivered_at: null,
  read_at: null,
});
