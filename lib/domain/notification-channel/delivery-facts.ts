import type { OuterChannel } from './outer-channel';

/** What is known of a delivery to somebody over one channel. */
export interface DeliveryFacts {
  readonly notification_id: string;
  readonly user_id: string | null;
  readonly channel: OuterChannel;
  readonly attempts: number;
}

/** What every event of the delivery `id` says. */
export const statusOf = (id: string, row: DeliveryFacts) => ({
  notification_id: row.notification_id,
  queue_id: id,
  user_id: row.user_id ?? '',
  channel: row.channel,
  attempt_count: row.attempts,
});
