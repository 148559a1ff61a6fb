import * as z from 'zod/mini';
import { NotificationChannel } from './notification-category';

const instant = z.string().check(z.meta({ format: 'date-time' }));

/** How a way out of the browser does. */
export const ChannelHealth = z.object({
  channel: NotificationChannel,
  /** `open`: nothing is sent before `open_until`. `half_open`: the next one sees whether it can be closed. */
  breaker: z.enum(['closed', 'open', 'half_open']),
  open_until: z.nullable(instant),
  queued_count: z.int(),
  /** Since when the oldest one waits. */
  oldest_queued_at: z.nullable(instant),
  /** In the last 24 hours. */
  sent_count: z.int(),
  failed_count: z.int(),
  failures_in_row: z.int(),
  last_success_at: z.nullable(instant),
  last_failure_at: z.nullable(instant),
  /** What the channel said then. */
  last_error: z.nullable(z.string()),
});
export type ChannelHealth = z.infer<typeof ChannelHealth>;

/** `GET /api/notification-channels` (admin): e-mail, text message, push. */
export const ChannelHealthList = z.object({ items: z.array(ChannelHealth) });
export type ChannelHealthList = z.infer<typeof ChannelHealthList>;
