import * as z from 'zod/mini';

/** `GET /api/overview` (admin): how the university is doing now. "Today" is the day of the given time zone. */
export const Overview = z.object({
  /** With a page open within the last two minutes. */
  people_online: z.int(),
  published_today: z.int(),
  /** On how many people's screens a notification has arrived. */
  delivered_today: z.int(),
  /** How many acknowledgements of urgent announcements are still to come. */
  urgent_unacknowledged: z.int(),
  /** The last events of this product, newest first; without what is in them. */
  events: z.array(
    z.object({
      event_id: z.string(),
      event_type: z.string(),
      topic: z.string(),
      correlation_id: z.string(),
      created_at: z.string(),
    }),
  ),
});
export type Overview = z.infer<typeof Overview>;
