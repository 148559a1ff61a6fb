import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { hashPassword } from '@/lib/infra/auth/password';
import { createUnitOfWork } from '@/lib/infra/outbox/unit-of-work';
import { createTestDatabase } from '@/lib/infra/testing/test-database';
import { createUser, type TestUser } from '@/tests/campus';
import { DomainProblem } from '../problem';
import { expireSessions } from './expire-sessions';
import { extendSession } from './extend-session';
import { createAttemptLimits } from './limit-attempts';
import { tokenHash } from './password-link';
import { resetPassword } from './reset-password';
import { type SignInRequest, signIn } from './sign-in';
import { signOut } from './sign-out';
import { unlockFor } from './unlock-for';

const generous = { perPair: 1_000, perAddress: 1_000, perAccount: 1_000, windowSeconds: 900 };
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

const services = (limits: Partial<typeof generous> = {}) => ({
  database,
  unitOfWork: createUnitOfWork(database, () => undefined),
  attemptLimits: createAttemptLimits(database, { ...generous, ...limits }),
  sessionMaxAgeSeconds: 3_600,
});

function attempt(given: Partial<SignInRequest>, limits: Partial<typeof generous> = {}) {
  return signIn(services(limits), {
    email: user.email,
    password: PASSWORD,
    ipAddress: '10.0.0.7',
    userAgent: 'Mozilla/5.0 (iPhone)',
    correlationId: 'test',
    ...given,
  });
}

const signedIn = (person: TestUser) => ({
  userId: person.id,
  name: person.name,
  email: '',
  department: null,
  locale: null,
  timeZone: null,
  sessionId: person.sessionId,
  expiresAt: new Date(),
});

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
    // From a place the account is not known at its owner is told too.
    expect(events.map((event) => event.event_type)).toEqual([
      'LOGIN_SUCCESS',
      'SESSION_CREATED',
      'SEND_BULK',
    ]);
    for (const { payload } of events.slice(0, 2))
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

/** How an attempt ended: in, wrong, or how many seconds to wait. */
async function outcomeOf(given: Partial<SignInRequest>, limits: Partial<typeof generous>): Promise<string> {
  try {
    return (await attempt(given, limits)) ? 'in' : 'wrong';
  } catch (error) {
    if (!(error instanceof DomainProblem)) throw error;
    return `${error.code} ${error.details.retryAfterSeconds}`;
  }
}

describe('trying too often', () => {
  const wrong = { password: 'not it' };
  const waits = expect.stringMatching(/^auth\.too_many_attempts \d+$/);
  const many = async (times: number, given: Partial<SignInRequest>, limits: Partial<typeof generous>) => {
    const outcomes: string[] = [];
    for (let each = 0; each < times; each += 1) outcomes.push(await outcomeOf(given, limits));
    return outcomes;
  };
  let member: typeof user;
  beforeEach(async () => {
    member = await createMember('active');
    await database.sql.query('TRUNCATE login_limit');
  });

  it('stops one address at one account, says how long, and tells of it once', async () => {
    const limits = { perPair: 3 };
    const given = { email: member.email, ...wrong };
    const { result, events } = await effectOf(() => many(6, given, limits));
    expect(result).toEqual(['wrong', 'wrong', 'wrong', waits, waits, waits]);
    const failures = events.filter((event) => event.event_type === 'LOGIN_FAILED');
    const told = failures.map(({ payload }) => [
      payload.failure_reason,
      payload.attempt_count,
      payload.is_account_locked,
    ]);
    expect(told).toEqual([
      ['invalid_credentials', 1, false],
      ['invalid_credentials', 2, false],
      ['invalid_credentials', 3, false],
      ['too_many_attempts', 4, true],
    ]);
    const [locked, notice] = events.slice(failures.length);
    expect(locked).toMatchObject({
      event_type: 'ACCOUNT_LOCKED',
      payload: { user_id: member.id, failed_attempts: 3, ip_address: '10.0.0.7' },
    });
    expect(notice?.payload).toMatchObject({
      recipient_filter: { user_ids: [member.id] },
      action_url: '/profile',
    });
    // Also with the right password, or guessing would go on; but only here, and only for a while.
    expect(await outcomeOf({ email: member.email }, limits)).toEqual(waits);
    expect(await outcomeOf({ email: member.email, ipAddress: '10.0.0.8' }, limits)).toBe('in');
    await database.sql.query('UPDATE login_limit SET expire = 1');
    expect(await outcomeOf({ email: member.email }, limits)).toBe('in');
  });

  it('begins to count anew once the password was right', async () => {
    const limits = { perPair: 3 };
    for (let times = 0; times < 3; times += 1) {
      expect(await many(2, { email: member.email, ...wrong }, limits)).toEqual(['wrong', 'wrong']);
      expect(await outcomeOf({ email: member.email }, limits)).toBe('in');
    }
  });

  it('counts attempts made at the same time', async () => {
    const given = { email: member.email, ...wrong };
    const outcomes = await Promise.all(Array.from({ length: 8 }, () => outcomeOf(given, { perPair: 3 })));
    expect(outcomes.filter((outcome) => outcome === 'wrong')).toHaveLength(3);
  });

  it('stops one address that tries one password at every account, but not those who sign in there', async () => {
    const limits = { perAddress: 4 };
    for (let each = 0; each < 10; each += 1)
      expect(await outcomeOf({ email: member.email }, limits)).toBe('in');
    for (let each = 0; each < 4; each += 1)
      expect(await outcomeOf({ email: `${each}@test.example`, ...wrong }, limits)).toBe('wrong');
    expect(await outcomeOf({ email: 'next@test.example', ...wrong }, limits)).toEqual(waits);
    expect(await outcomeOf({ email: member.email }, limits)).toBe('in');
  });

  it('slows many addresses at one account, and leaves alone where the account is known', async () => {
    const limits = { perAccount: 3 };
    await outcomeOf({ email: member.email, ipAddress: '192.0.2.1' }, limits);
    const guess = (host: number) =>
      outcomeOf({ email: member.email, ipAddress: `198.51.100.${host}`, ...wrong }, limits);
    const outcomes: string[] = [];
    for (let host = 0; host < 6; host += 1) outcomes.push(await guess(host));
    // After the free ones one every few seconds: the first of them goes, the next ones wait, and not for long.
    expect(outcomes).toEqual(['wrong', 'wrong', 'wrong', 'wrong', waits, waits]);
    expect(Number(outcomes.at(-1)?.split(' ')[1])).toBeLessThanOrEqual(5);
    expect(await outcomeOf({ email: member.email, ipAddress: '192.0.2.1' }, limits)).toBe('in');
  });

  it('treats an account that does not exist like one that does', async () => {
    const limits = { perPair: 2 };
    const outcomes = await many(4, { email: 'nobody@test.example', ...wrong }, limits);
    expect(outcomes).toEqual(['wrong', 'wrong', waits, waits]);
  });

  it('keeps nobody’s name', async () => {
    await outcomeOf({ email: member.email, ...wrong }, {});
    const { rows } = await database.sql.query<{ key: string }>('SELECT key FROM login_limit');
    expect(rows.length).toBeGreaterThan(0);
    for (const { key } of rows) expect(key).toMatch(/^(?:pair|address|account|pace):[\w-]{43}$/);
  });
});

describe('a locked account', () => {
  const limits = { perPair: 3 };
  async function lock(): Promise<typeof user> {
    const member = await createMember('active');
    for (let each = 0; each < 4; each += 1)
      await outcomeOf({ email: member.email, password: 'not it' }, limits);
    return member;
  }
  const locked = expect.stringMatching(/^auth.too_many_attempts/);

  it('is unlocked by an administrator, who is written down', async () => {
    const member = await lock();
    expect(await outcomeOf({ email: member.email }, limits)).toEqual(locked);
    const admin = await createUser(database.sql, { role: 'admin' });
    const actor = { ...signedIn(admin), role: 'admin' as const };
    const request = { actor, userId: member.id, correlationId: 'unlock' };
    const { unitOfWork } = services();
    expect(await unlockFor(unitOfWork, request)).toEqual({ unlocked: 1 });
    expect(await outcomeOf({ email: member.email }, limits)).toBe('in');
    const { rows } = await database.sql.query('SELECT * FROM audit_entry WHERE subject_id = $1', [member.id]);
    expect(rows).toMatchObject([{ action: 'account.unlocked', actor_id: admin.id }]);
    for (const userId of [randomUUID(), 'x'])
      await expect(unlockFor(unitOfWork, { ...request, userId })).rejects.toMatchObject({
        code: 'resource.not_found',
      });
    const wrongActor = { ...actor, role: 'faculty' as const };
    await expect(unlockFor(unitOfWork, { ...request, actor: wrongActor })).rejects.toMatchObject({
      code: 'auth.forbidden',
    });
  });

  it('is unlocked by a new password', async () => {
    const member = await lock();
    const token = 't'.repeat(43);
    await database.sql.query(
      `INSERT INTO password_link (id, user_id, kind, token_hash, expires_at)
       VALUES (gen_random_uuid(), $1, 'reset', $2, now() + interval '1 minute')`,
      [member.id, tokenHash(token)],
    );
    const where = { ipAddress: '10.0.0.7', userAgent: '', correlationId: 'test' };
    await resetPassword(services().unitOfWork, { token, password: `${PASSWORD} 2`, ...where });
    expect(await outcomeOf({ email: member.email, password: `${PASSWORD} 2` }, limits)).toBe('in');
  });
});

describe('the end of a session', () => {
  it('is told of once, however many look', async () => {
    const member = await createMember('active');
    await database.sql.query(
      `UPDATE session SET expires_at = now() - interval '1 second' WHERE user_id = $1`,
      [member.id],
    );
    const { unitOfWork } = services();
    const look = () => unitOfWork.run({ correlationId: 'clock' }, expireSessions);
    const { events } = await effectOf(async () => {
      await Promise.all([look(), look(), look()]);
      while (await look());
    });
    const own = events.filter(({ payload }) => payload.user_id === member.id);
    expect(own).toMatchObject([{ event_type: 'SESSION_EXPIRED', payload: { session_id: member.sessionId } }]);
  });

  it('is put off by staying signed in, but not for ever', async () => {
    const member = await createMember('active');
    const request = {
      userId: member.id,
      sessionId: member.sessionId,
      ipAddress: '',
      userAgent: '',
      correlationId: 'stay',
    };
    await database.sql.query(
      `UPDATE session SET expires_at = now() + interval '1 minute' WHERE user_id = $1`,
      [member.id],
    );
    const { result, events } = await effectOf(() => extendSession(services(), request));
    expect(new Date(result.expires_at).getTime()).toBeGreaterThan(Date.now() + 3_500_000);
    expect(events).toMatchObject([
      { event_type: 'TOKEN_REFRESHED', payload: { session_id: member.sessionId } },
    ]);
    await database.sql.query(
      `UPDATE session SET created_at = now() - interval '30 days', expires_at = now() + interval '1 minute'
       WHERE user_id = $1`,
      [member.id],
    );
    const last = await extendSession(services(), request);
    expect(new Date(last.expires_at).getTime()).toBeLessThan(Date.now() + 61_000);
    await database.sql.query(
      `UPDATE session SET expires_at = now() - interval '1 minute' WHERE user_id = $1`,
      [member.id],
    );
    await expect(extendSession(services(), request)).rejects.toMatchObject({ code: 'auth.required' });
  });
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
