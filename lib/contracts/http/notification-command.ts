import * as z from 'zod/mini';
import { Priority } from './announcement';
import { NotificationChannel } from './notification-category';

const instant = z.string().check(z.meta({ format: 'date-time' }));

/** `queued`: sent, or about to be. `expired`: its time was over before it was sent. */
export const CommandStatus = z.enum(['scheduled', 'queued', 'cancelled', 'refused', 'expired']);
export type CommandStatus = z.infer<typeof CommandStatus>;

/** How many deliveries of a channel are where. What is delivered was sent before; what is read was delivered. */
export const ChannelCounts = z.object({
  channel: NotificationChannel,
  /** On their way, or held until the reader wants them. */
  queued: z.int(),
  sent: z.int(),
  delivered: z.int(),
  read: z.int(),
  failed: z.int(),
});
export type ChannelCounts = z.infer<typeof ChannelCounts>;

export const CommandView = z.object({
  /** The sender's name for it. */
  id: z.string(),
  /** `SEND_BULK`, `SEND_EMAIL` ... */
  type: z.string(),
  status: CommandStatus,
  /** Why it was refused, cancelled or given up; empty otherwise. */
  reason: z.string(),
  /** The service that asked. */
  service: z.string(),
  /** Who asked, where it was a person. */
  requested_by: z.nullable(z.object({ id: z.string(), name: z.string() })),
  title: z.string(),
  priority: Priority,
  created_at: instant,
  scheduled_at: z.nullable(instant),
  /** When it was sent, refused, cancelled or given up. */
  ended_at: z.nullable(instant),
  /** How many people it was for, at the time it was sent. */
  recipients: z.int(),
  channels: z.array(ChannelCounts),
});
export type CommandView = z.infer<typeof CommandView>;

/** `GET /api/notification-commands`, newest first. */
export const CommandList = z.object({ items: z.array(CommandView), next_cursor: z.nullable(z.string()) });
export type CommandList = z.infer<typeof CommandList>;

/** `POST /api/notification-commands/{id}/retry`: how many failed deliveries are tried again. */
export const CommandRetried = z.object({ retried: z.int() });
export type CommandRetried = z.infer<typeof CommandRetried>;
