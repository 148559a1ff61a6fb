import * as z from 'zod/mini';
import { DepartmentView, Role } from './me';

export const PersonStatus = z.enum(['active', 'suspended', 'deleted']);
export type PersonStatus = z.infer<typeof PersonStatus>;

/** An account as administrators see it. */
export const PersonView = z.object({
  id: z.string(),
  name: z.string(),
  email: z.string(),
  role: Role,
  department: z.nullable(DepartmentView),
  /** Digits; text, since it may not fit a JSON number. */
  register_no: z.nullable(z.string()),
  status: PersonStatus,
  /** Why it is suspended or deleted. */
  status_reason: z.string(),
  /** When the suspension ends by itself. */
  suspended_until: z.nullable(z.string()),
  created_at: z.string(),
  /** Of a student: the member of the faculty who looks after them, and where a guardian is told of alerts (empty: nobody is). */
  advisor: z.nullable(z.object({ id: z.string(), name: z.string() })),
  guardian_email: z.string(),
  /** Where text messages go, in international form; empty: nowhere. */
  phone: z.string(),
  version: z.int(),
});
export type PersonView = z.infer<typeof PersonView>;

/** `GET /api/people` (admin): by name. */
export const PersonList = z.object({ items: z.array(PersonView), next_cursor: z.nullable(z.string()) });
export type PersonList = z.infer<typeof PersonList>;
