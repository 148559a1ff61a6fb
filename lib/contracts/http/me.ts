import * as z from 'zod/mini';
import { Locale } from './locale';

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
  department: z.nullable(DepartmentView),
  session_id: z.string(),
  /** When it ends by itself, unless it is extended. */
  session_expires_at: z.string(),
  /** `null`: as the browser asks. */
  locale: z.nullable(Locale),
  /** An IANA name; `null`: the zone of the browser. */
  time_zone: z.nullable(z.string()),
  /** Whether this user may write announcements now: administrators, who teaches a course, and faculty when the setting allows. */
  may_announce: z.boolean(),
  /** Whether also to their department, not to their courses alone. */
  may_announce_to_department: z.boolean(),
});
export type Me = z.infer<typeof Me>;

/** `GET /api/departments` */
export const DepartmentList = z.object({ items: z.array(DepartmentView) });

/** `GET /api/users?query=` (admin): people to address, at most 20, best match first; or by `ids`, those there are. */
export const UserSearch = z.object({
  items: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      email: z.string(),
      role: Role,
      department: z.nullable(DepartmentView),
    }),
  ),
});
