import { randomUUID } from 'node:crypto';
import type { Role } from '@/lib/contracts/http/me';
import { sealSessionCookie } from '@/lib/infra/auth/session-cookie';
import type { SqlTx } from '@/lib/infra/db/sql';

export const TEST_SECRET = 'a secret for tests that is long enough';
const SESSION_SECONDS = 3_600;

export interface TestUser {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
  readonly departmentId: string | null;
  readonly sessionId: string;
  /** A `Cookie` header of a live session. */
  readonly cookie: string;
}

export async function createDepartment(sql: SqlTx, code: string): Promise<string> {
  const id = randomUUID();
  await sql.query('INSERT INTO department (id, code, name) VALUES ($1, $2, $2)', [id, code]);
  return id;
}

/** A user with an open session, as sign-in leaves it. */
export async function createUser(
  sql: SqlTx,
  given: { role: Role; departmentId?: string; name?: string },
): Promise<TestUser> {
  const id = randomUUID();
  const name = given.name ?? `${given.role} ${id.slice(0, 8)}`;
  await sql.query(
    `INSERT INTO app_user (id, email, name, role, department_id, password_hash) VALUES ($1, $2, $3, $4, $5, 'none')`,
    [id, `${id}@test.example`, name, given.role, given.departmentId ?? null],
  );
  const session = await openSession(sql, id);
  return { id, name, role: given.role, departmentId: given.departmentId ?? null, ...session };
}

export async function openSession(
  sql: SqlTx,
  userId: string,
): Promise<{ sessionId: string; cookie: string }> {
  const sessionId = randomUUID();
  await sql.query(
    `INSERT INTO session (id, user_id, expires_at) VALUES ($1, $2, now() + interval '1 hour')`,
    [sessionId, userId],
  );
  const claims = { sub: userId, sid: sessionId };
  const cookie = await sealSessionCookie(claims, {
    secret: TEST_SECRET,
    secure: false,
    maxAgeSeconds: SESSION_SECONDS,
  });
  return { sessionId, cookie };
}

/** A notification that one user has, as its fan-out leaves it. Gives its id. */
export async function createNotification(sql: SqlTx, userId: string): Promise<string> {
  const id = randomUUID();
  await sql.query(
    `INSERT INTO notification (id, event_id, kind, queued_event_id, title, message)
     VALUES ($1, $2, 'announcement', $3, 'T', 'M')`,
    [id, randomUUID(), randomUUID()],
  );
  await sql.query('INSERT INTO notification_recipient (notification_id, user_id) VALUES ($1, $2)', [
    id,
    userId,
  ]);
  return id;
}
