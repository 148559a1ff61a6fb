import type { TargetAudience } from '../http/announcement';
import type { Role } from '../http/me';

/** A Socket.IO room. Only the gateway lets sockets in, by who the session belongs to; a client never names one. */
export type Room =
  | 'all'
  | `user:${string}`
  | `role:${Role}`
  | `department:${string}`
  | `department:${string}:${Role}`
  | `sid:${string}`
  | `course:${string}`
  | `course:${string}:waiting`
  | `course:${string}:staff`
  | `conversation:${string}`;

/** Every room the sockets of this session belong to. */
export function roomsOfSession(session: {
  userId: string;
  role: Role;
  department: { id: string } | null;
  sessionId: string;
}): Room[] {
  const rooms: Room[] = ['all', `user:${session.userId}`, `role:${session.role}`, `sid:${session.sessionId}`];
  const { department, role } = session;
  if (department) rooms.push(`department:${department.id}`, `department:${department.id}:${role}`);
  return rooms;
}

/**
 * The rooms of the courses of a user: who sits in one or teaches it (also by role and department, for audiences that
 * narrow it), who waits for a seat, and who teaches alone.
 */
export function roomsOfCourses(
  courses: { enrolled: readonly string[]; teaching: readonly string[]; waiting: readonly string[] },
  { role, department }: { role: Role; department: { id: string } | null },
): Room[] {
  const inside = (id: string): Room[] => [
    `course:${id}`,
    `course:${id}:${role}`,
    ...(department
      ? [`course:${id}:in:${department.id}` as const, `course:${id}:in:${department.id}:${role}` as const]
      : []),
  ];
  return [
    ...[...courses.enrolled, ...courses.teaching].flatMap(inside),
    ...courses.teaching.map((id): Room => `course:${id}:staff`),
    ...courses.waiting.map((id): Room => `course:${id}:waiting`),
  ];
}

/** The rooms that together hold exactly the people of an audience. */
export function roomsOfAudience(audience: {
  target_audience: TargetAudience;
  role_names: readonly Role[];
  department_ids: readonly string[];
  course_ids: readonly string[];
  user_ids: readonly string[];
}): Room[] {
  const { role_names, department_ids, course_ids, user_ids } = audience;
  const roles = () => role_names.map((name): Room => `role:${name}`);
  const departments = () => department_ids.map((id): Room => `department:${id}`);
  const users = () => user_ids.map((id): Room => `user:${id}`);
  const both = () =>
    department_ids.flatMap((id) => role_names.map((name): Room => `department:${id}:${name}`));
  const narrowedCourses = () => {
    const places = department_ids.length > 0 ? department_ids.map((id) => `:in:${id}`) : [''];
    const parts = role_names.length > 0 ? role_names.map((name) => `:${name}`) : [''];
    return course_ids.flatMap((id) =>
      places.flatMap((place) => parts.map((part): Room => `course:${id}${place}${part}`)),
    );
  };
  const rooms = {
    all: (): Room[] => ['all'],
    role: roles,
    department: departments,
    course: () => course_ids.map((id): Room => `course:${id}`),
    users,
    // A list may be empty: then it asks for nothing.
    combined: () => [
      ...(course_ids.length > 0
        ? narrowedCourses()
        : role_names.length === 0
          ? departments()
          : department_ids.length === 0
            ? roles()
            : both()),
      ...users(),
    ],
  };
  return rooms[audience.target_audience]();
}
