import * as z from 'zod/mini';

/** One sign-in on one device. What the device calls itself may be made up: it is there to be recognised by its owner. */
export const SessionView = z.object({
  id: z.string(),
  /** "Firefox"; `null` when it did not say. */
  browser: z.nullable(z.string()),
  /** "Windows" */
  system: z.nullable(z.string()),
  device: z.enum(['desktop', 'phone', 'tablet', 'other']),
  ip_address: z.string(),
  created_at: z.string(),
  /** Kept to the minute. */
  last_seen_at: z.string(),
  is_current: z.boolean(),
});
export type SessionView = z.infer<typeof SessionView>;

/** `GET /api/me/sessions`: the user's sessions that are alive, last seen first; at most 100. */
export const SessionList = z.object({ items: z.array(SessionView) });
export type SessionList = z.infer<typeof SessionList>;

/** `POST /api/me/sessions/extend` */
export const SessionExtended = z.object({ expires_at: z.string() });

/** `POST /api/users/{id}/unlock`: at how many addresses it was locked. */
export const AccountUnlocked = z.object({ unlocked: z.int() });

/** How many were alive until now. */
export const SessionsEnded = z.object({ ended_count: z.int() });
export type SessionsEnded = z.infer<typeof SessionsEnded>;
