import type { Role } from '../http/me';

/** A Socket.IO room. Only the gateway lets sockets in, by who the session belongs to; a client never names one. */
export type Room = 'all' | `user:${string}` | `role:${Role}` | `department:${string}` | `sid:${string}`;

/** Every room the sockets of this session belong to. */
export function roomsOfSession(session: {
  userId: string;
  role: Role;
  department: { id: string } | null;
  sessionId: string;
}): Room[] {
  const rooms: Room[] = ['all', `user:${session.userId}`, `role:${session.role}`, `sid:${session.sessionId}`];
  if (session.department) rooms.push(`department:${session.department.id}`);
  return rooms;
}

/** The rooms that together hold exactly the people of an audience. */
export function roomsOfAudience(audience: {
  target_audience: 'all' | 'role' | 'department' | 'users';
  role_names: readonly Role[];
  department_ids: readonly string[];
  user_ids: readonly string[];
}): Room[] {
  const rooms = {
    all: (): Room[] => ['all'],
    role: () => audience.role_names.map((name): Room => `role:${name}`),
    department: () => audience.department_ids.map((id): Room => `department:${id}`),
    users: () => audience.user_ids.map((id): Room => `user:${id}`),
  };
  return rooms[audience.target_audience]();
}
