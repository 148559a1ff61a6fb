import * as z from 'zod';
import { humanText } from './text';

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
});
export type Me = z.infer<typeof Me>;

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
export const UserSearchQuery = z.object({ query: humanText(0, 100).default('') });
