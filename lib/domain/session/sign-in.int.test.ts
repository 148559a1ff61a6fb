import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hashPassword } from '@/lib/infra/auth/password';
import { createUnitOfWork } from '@/lib/infra/outbox/unit-of-work';
import { createTestDatabase } from '@/lib/infra/testing/test-database';
import { createUser, type TestUser } from '@/tests/campus';
import { type SignInRequest, signIn } from './sign-in';
import { signOut } from './sign-out';

const PASSWORD = 'a password of a test';
let database: Awaited<ReturnType<typeof createTestDatabase>>;
let user: TestUser & { email: string };

beforeAll(async () => {
  database = await createTestDatabase();
  user = await createMember('active');
});
afterAll(() => database.drop());

async function createMember(status: string): Promise<TestUser & { email: string }> {
  const member = await createUser(database.sql, { role: 'faculty' });
  await database.sql.query('UPDATE app_user SET password_hash = $2, status = $3 WHERE id = $1', [
    member.id,
    await hashPassword(PASSWORD),
    status,
  ]);
  return { ...member, email: `${member.id}@test.example` };
}

const services = () => ({
  database,
  unitOfWork: createUnitOfWork(database, () => undefined),
  sessionMaxAgeSeconds: 3_600,
});

function attempt(given: Partial<SignInRequest>) {
  return signIn(services(), {
    email: user.email,
    password: PASSWORD,
    ipAddress: '10.0.0.7',
    userAgent: 'Mozilla/5.0 (iPhone)',
    correlationId: 'test',
    ...given,
  });
}

/** The events that `work` published, and how many sessions it opened. */
async function effectOf<T>(work: () => Promise<T>) {
  const sessions = () =>
    database.sql
      .query<{ count: number }>('SELECT count(*)::int AS count FROM session')
      .then(({ rows }) => rows[0]?.count ?? 0);
  await database.sql.query('TRUNCATE outbox_event');
  const before = await sessions();
  const result = await work();
  const { rows } = await database.sql.query<{ value: string }>('SELECT value FROM outbox_event ORDER BY id');
  const events = rows.map(({ value }): { event_type: string; payload: Record<string, unknown> } =>
    JSON.parse(value),
  );
  return { result, events, opened: (await sessions()) - before };
}

describe('signing in', () => {
  it('opens a session and says so twice: the log-in and the session', async () => {
    const { result, events, opened } = await effectOf(() => attempt({}));
    expect(result).toMatchObject({ userId: user.id, email: user.email });
    expect(opened).toBe(1);
    expect(events.map((event) => event.event_type)).toEqual(['LOGIN_SUCCESS', 'SESSION_CREATED']);
    for (const { payload } of events)
      expect(payload).toMatchObject({
        user_id: user.id,
        session_id: result?.sessionId,
        device_type: 'mobile',
      });
    expect(JSON.stringify(events)).not.toContain(PASSWORD);
  });

  it('does not mind the case of the address, nor spaces around it', async () => {
    expect(await attempt({ email: `  ${user.email.toUpperCase()} ` })).toMatchObject({ userId: user.id });
  });

  it.each<[string, Partial<SignInRequest>]>([
    ['a wrong password', { password: 'not the password' }],
    ['an empty password', { password: '' }],
    ['nobody of that address', { email: 'nobody@test.example' }],
    ['no address', { email: '' }],
    ['an address that is none', { email: "' OR 1=1 --" }],
  ])('refuses %s, and tells only that it failed', async (_what, given) => {
    const { result, events, opened } = await effectOf(() => attempt(given));
    expect([result, opened]).toEqual([null, 0]);
    expect(events.map((event) => event.event_type)).toEqual(['LOGIN_FAILED']);
    expect(events[0]?.payload).toMatchObject({
      failure_reason: 'invalid_credentials',
      ip_address: '10.0.0.7',
    });
    expect(JSON.stringify(events)).not.toContain(given.password || PASSWORD);
  });

  it.each(['suspended', 'deleted'])(
    'refuses an account that is %s, also with the right password',
    async (status) => {
      const member = await createMember(status);
      const { result, events, opened } = await effectOf(() => attempt({ email: member.email }));
      expect([result, opened]).toEqual([null, 0]);
      expect(events[0]?.payload).toMatchObject({ failure_reason: 'account_not_active' });
    },
  );
});

describe('signing out', () => {
  it('revokes the session and says so once, however often it is asked', async () => {
    const session = await attempt({});
    const request = { userId: user.id, sessionId: session?.sessionId ?? '', correlationId: 'test' };
    const { events } = await effectOf(async () => {
      await signOut(services().unitOfWork, request);
      await signOut(services().unitOfWork, request);
    });
    expect(events.map((event) => event.event_type)).toEqual(['LOGOUT']);
    expect(events[0]?.payload).toMatchObject({ session_id: request.sessionId, reason: 'signed_out' });
  });

  it('ends no session of somebody else', async () => {
    const session = await attempt({});
    const stranger = await createMember('active');
    const request = { userId: stranger.id, sessionId: session?.sessionId ?? '', correlationId: 'test' };
    const { events } = await effectOf(() => signOut(services().unitOfWork, request));
    expect(events).toEqual([]);
  });
});
