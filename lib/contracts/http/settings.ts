import * as z from 'zod/mini';

/**
 * Whom students may write besides staff: those of their courses, nobody, or everybody.
 */
export const MessagingScope = z.enum(['course_mates', 'staff_only', 'everyone']);
export type MessagingScope = z.infer<typeof MessagingScope>;

/** `GET /api/settings` (admin): what is switched for the whole university. */
export const Settings = z.object({
  /** Faculty may announce to their own department. */
  faculty_may_announce: z.boolean(),
  /** Administrators and faculty need a second factor: without one they get no further than to one. */
  second_factor_required: z.boolean(),
  messaging_scope: MessagingScope,
});
export type Settings = z.infer<typeof Settings>;

/** `PATCH /api/settings`: what is left out stays. */
export const ChangeSettings = z
  .strictObject({
    faculty_may_announce: z.optional(z.boolean()),
    second_factor_required: z.optional(z.boolean()),
    messaging_scope: z.optional(MessagingScope),
  })
  .check(
    z.refine((given) => Object.values(given).some((value) => value !== undefined), 'Name what to change'),
  );
export type ChangeSettings = z.output<typeof ChangeSettings>;
