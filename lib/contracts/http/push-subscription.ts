import * as z from 'zod/mini';

/** A browser that is told while no page is open. */
export const PushSubscriptionView = z.object({
  id: z.string(),
  /** SHA-256 of its address (base64url), by which a browser knows itself. */
  mark: z.string(),
  /** "Firefox"; `null` when it did not say. */
  browser: z.nullable(z.string()),
  /** "Windows" */
  system: z.nullable(z.string()),
  device: z.enum(['desktop', 'phone', 'tablet', 'other']),
  created_at: z.string(),
  /** When a push service last took a push for it. */
  last_success_at: z.nullable(z.string()),
});
export type PushSubscriptionView = z.infer<typeof PushSubscriptionView>;

/** `GET /api/push-subscriptions`: the user's own, newest first, and the key that browsers subscribe to. */
export const PushSubscriptionList = z.object({
  public_key: z.string(),
  items: z.array(PushSubscriptionView),
});
export type PushSubscriptionList = z.infer<typeof PushSubscriptionList>;

/** `POST /api/push-subscriptions/test`: how many push services took it. */
export const PushTested = z.object({ sent_count: z.int(), failed_count: z.int() });
export type PushTested = z.infer<typeof PushTested>;
