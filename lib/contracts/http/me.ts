import * as z from 'zod';
import { Locale } from './locale';
import { searchText } from './text';

export const Role = z.enum(['student', 'faculty', 'admin']);
export type Role = z.infer<typeof Role>;

export const DepartmentView = z.object({ id: z.string(), code: z.string(), name: z.string() });
export type DepartmentView = z.infer<typeof DepartmentView>;

/** `GET /api/me` */
export const Me = z.object({
  id: z.string(),
  name: z.string(),
  email: z.string(),
  role: Role,
  department: DepartmentView.nullable(),
  session_id: z.string(),
  /** `null`: as the browser asks. */
  locale: Locale.nullable(),
  /** An IANA name; `null`: the zone of the browser. */
  time_zone: z.string().nullable(),
  /** Whether this user may write announcements now: administrators, and faculty when the setting allows. */
  may_announce: z.boolean(),
});
export type Me = z.infer<typeof Me>;

/** `PATCH /api/me`: what is left out stays. */
export const ChangeProfile = z
  .strictObject({
    locale: Locale.nullable().optional(),
    time_zone: z
      .string()
      .max(64)
      .refine(isTimeZone, { error: 'Not a time zone of the IANA database' })
      .meta({ examples: ['Europe/Berlin'] })
      .nullable()
      .optional(),
  })
  .refine((given) => Object.values(given).some((value) => value !== undefined), {
    error: 'Name what to change',
  })
  .meta({ examples: [{ locale: 'en', time_zone: 'Europe/Berlin' }] });
export type ChangeProfile = z.output<typeof ChangeProfile>;

/** Whether this platform knows a zone of that name. */
export function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    // RangeError: there is none.
    return false;
  }
}

/** `GET /api/departments` */
export const DepartmentList = z.object({ items: z.array(DepartmentView) });

/** `GET /api/users?query=` (admin): people to address, at most 20, best match first. */
export const UserSearch = z.object({
  items: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      email: z.string(),
      role: Role,
      department: DepartmentView.nullable(),
    }),
  ),
});
export const UserSearchQuery = z.object({ query: searchText().default('') });
