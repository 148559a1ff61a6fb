import * as z from 'zod/mini';

export const TraceParams = z.object({ correlation_id: z.string().check(z.regex(/^[\w.:-]{1,128}$/)) });
/** With `user_id` the screens of this user come first. */
export const TraceQuery = z.object({ user_id: z.optional(z.uuid()) });

/**
 * How well a step's time is known. `began`: the start of the transaction that did it, by the database's clock; it ended a
 * little later. `noted`: written down right after. `at_latest`: it had happened by then. `received`: by the clock of the
 * web process. `not_recorded`: nobody writes it down.
 */
export const StepTime = z.enum(['began', 'noted', 'at_latest', 'received', 'not_recorded']);

export const TraceStep = z.object({
  kind: z.enum([
    'request',
    'written',
    'in_log',
    'effect',
    'fan_out',
    'pushed',
    'arrived',
    'seen',
    'read',
    'withdrawn',
    'outside',
  ]),
  at: z.nullable(z.string()),
  known: StepTime,
  /** The step that led to it, by its place in the list; `null` for the first. */
  after: z.nullable(z.int()),
  /** From the nearest step before it in that line whose time is known. */
  ms: z.nullable(z.int()),
  /** `POST /api/announcements/…/publish` */
  request: z.optional(z.string()),
  event_id: z.optional(z.string()),
  event_type: z.optional(z.string()),
  topic: z.optional(z.string()),
  group: z.optional(z.string()),
  notification_id: z.optional(z.string()),
  recipients: z.optional(z.int()),
  user_id: z.optional(z.string()),
  session_id: z.optional(z.nullable(z.string())),
  /** The `User-Agent` is personal; what kind of screen it was is not. */
  device: z.optional(z.string()),
});
export type TraceStep = z.infer<typeof TraceStep>;

/** `GET /api/traces/{correlation_id}`: from the request to every screen, as far as it is written down. */
export const Trace = z.object({
  correlation_id: z.string(),
  steps: z.array(TraceStep),
  notifications: z.array(
    z.object({
      id: z.string(),
      kind: z.string(),
      recipients: z.int(),
      delivered: z.int(),
      seen: z.int(),
      read: z.int(),
      /** Screens that acknowledged, and how many of them are among the steps. */
      screens: z.int(),
      shown_screens: z.int(),
      /** From the fan-out to the screens, in ms. */
      first_ms: z.nullable(z.int()),
      median_ms: z.nullable(z.int()),
      last_ms: z.nullable(z.int()),
    }),
  ),
  /** Events beyond these are not shown. */
  more_events: z.int(),
});
export type Trace = z.infer<typeof Trace>;
