import * as z from 'zod/mini';

/** `GET /api/settings` (admin): what is switched for the whole university. */
export const Settings = z.object({
  /** Faculty may announce to their own department. */
  faculty_may_announce: z.boolean(),
});
export type Settings = z.infer<typeof Settings>;

/** `PATCH /api/settings` */
export const ChangeSettings = z.strictObject({ faculty_may_announce: z.boolean() });
export type ChangeSettings = z.output<typeof ChangeSettings>;
