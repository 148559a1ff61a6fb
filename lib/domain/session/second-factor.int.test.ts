import { generate } from 'otplib';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { hashPassword } from '@/lib/infra/auth/password';
import { sealSessionCookie } from '@/lib/infra/auth/session-cookie';
import { callRoute } from '@/tests/call-route';
import { createUser, TEST_SECRET, type TestUser } from '@/tests/campus';
import { prepareWebServices } from '@/tests/web-services';
import { signIn } from './sign-in';

const PASSWORD = 'a password of a test';
let database: Awaited<ReturnType<typeof prepareWebServices>>;
let user: TestUser;

beforeAll(async () => {
  database = await prepareWebServices();
});
afterAll(() => database.drop());
beforeEach(async () => {
  user = await createUser(database.sql, { role: 'faculty' });
  await database.sql.query('UPDATE app_user SET password_hash = $2 WHERE id = $1', [
    user.id,
    await hashPassword(PASSWORD),
  ]);
  await database.sql.query('TRUNCATE login_limit, outbox_event, setting');
});

async function ask(name: string, cookie: string, body?: unknown) {
  const response = await callRoute(name, { cookie, ...(body === undefined ? {} : { body }) });
  const answer = await response.json();
  return { status: response.status, code: answer.errors?.[0]?.code ?? answer.code, answer };
}
const factor = (what: string, body: unknown, cookie = user.cookie) =>
  ask(`POST /api/me/second-factor${what}`, cookie, body);

/** Enrols, and gives the key with the recovery codes. */
async function enrol(cookie = user.cookie): Promise<{ key: string; codes: string[] }> {
  const { answer } = await ask('POST /api/me/second-factor', cookie);
  const confirmed = await factor('/confirm', { code: await codeOf(answer.key) }, cookie);
  expect(confirmed.status).toBe(200);
  return { key: answer.key, codes: confirmed.answer.codes };
}
const codeOf = (secret: string) => generate({ secret });
/** As if the step of the last code were over. */
const nextStep = () => database.sql.query('UPDATE second_factor SET last_step = 0');

/** Signs in by the password and gives the cookie of what that opens. */
async function open(): Promise<string> {
  const { services } = await import('@/app/api/services');
  const session = await signIn(services(), {
    email: `${user.id}@test.example`,
    password: PASSWORD,
    ipAddress: '10.0.0.7',
    userAgent: '',
    correlationId: 'test',
  });
  const claims = { sub: user.id, sid: session?.sessionId ?? '' };
  return sealSessionCookie(claims, { secret: TEST_SECRET, secure: false, maxAgeSeconds: 3_600 });
}
async function types(): Promise<string[]> {
  const { rows } = await database.sql.query<{ event_type: string }>(
    'SELECT event_type FROM outbox_event ORDER BY id',
  );
  return rows.map(({ event_type }) => event_type);
}

describe('enrolling', () => {
  it('counts once a code has confirmed it; the key is kept encrypted, the codes as digests', async () => {
    const { answer } = await ask('POST /api/me/second-factor', user.cookie);
    expect(answer.uri).toContain(`secret=${answer.key}`);
    expect((await factor('/confirm', { code: '000000' })).code).toBe('wrong_code');
    expect((await ask('GET /api/me/second-factor', user.cookie)).answer.is_on).toBe(false);
    const { key, codes } = await enrol();
    expect(new Set(codes).size).toBe(10);
    expect((await ask('GET /api/me/second-factor', user.cookie)).answer).toMatchObject({
      is_on: true,
      recovery_codes_left: 10,
    });
    const rows = [
      ...(await database.sql.query('SELECT * FROM second_factor')).rows,
      ...(await database.sql.query('SELECT * FROM recovery_code')).rows,
    ];
    for (const secret of [key, ...codes])
      expect(JSON.stringify(rows, (_key, value) => `${value}`)).not.toContain(secret);
    expect((await ask('POST /api/me/second-factor', user.cookie)).code).toBe('second_factor.already_on');
  });
});

describe('signing in with a second factor', () => {
  it('opens nothing by the password alone, and everything by a code; it is told of then', async () => {
    const { key } = await enrol();
    await nextStep();
    await database.sql.query('TRUNCATE outbox_event');
    const cookie = await open();
    expect(await ask('GET /api/me', cookie)).toMatchObject({
      status: 403,
      code: 'auth.second_factor_missing',
    });
    for (const route of [
      'POST /api/me/second-factor',
      'GET /api/notifications',
      'POST /api/me/sessions/extend',
    ])
      expect((await ask(route, cookie)).status).toBe(403);
    expect(await types()).toEqual([]);
    expect((await factor('/pass', { code: '000000' }, cookie)).code).toBe('wrong_code');
    expect((await factor('/pass', { code: await codeOf(key) }, cookie)).status).toBe(200);
    expect((await ask('GET /api/me', cookie)).status).toBe(200);
    expect(await types()).toEqual(['LOGIN_SUCCESS', 'SESSION_CREATED']);
  });

  it('takes no code twice, also not at the same time', async () => {
    const { key } = await enrol();
    const code = await codeOf(key);
    const [first, second] = [await open(), await open()];
    // The one that confirmed it is used up.
    expect((await factor('/pass', { code }, first)).code).toBe('wrong_code');
    await nextStep();
    const both = await Promise.all([first, second].map((cookie) => factor('/pass', { code }, cookie)));
    expect(both.map(({ status }) => status).sort()).toEqual([200, 422]);
  });

  it('takes each recovery code once, however it is written', async () => {
    const { codes } = await enrol();
    const [code = '', other = ''] = codes;
    expect((await factor('/pass', { code: code.toLowerCase() }, await open())).status).toBe(200);
    expect((await factor('/pass', { code }, await open())).code).toBe('wrong_code');
    expect((await factor('/pass', { code: other.replace('-', ' ') }, await open())).status).toBe(200);
    expect((await ask('GET /api/me/second-factor', user.cookie)).answer.recovery_codes_left).toBe(8);
  });

  it('lets nobody guess for long', async () => {
    await enrol();
    const cookie = await open();
    const statuses: number[] = [];
    for (let each = 0; each < 12; each += 1)
      statuses.push((await factor('/pass', { code: '000000' }, cookie)).status);
    expect(statuses.slice(0, 10)).toEqual(Array.from({ length: 10 }, () => 422));
    expect(statuses.slice(10)).toEqual([429, 429]);
  });
});

describe('where the university asks for it', () => {
  it('leads those who have none to one before anything else, and no student', async () => {
    const admin = await createUser(database.sql, { role: 'admin' });
    const student = await createUser(database.sql, { role: 'student' });
    expect((await ask('PATCH /api/settings', admin.cookie, { second_factor_required: true })).answer).toEqual(
      { faculty_may_announce: false, second_factor_required: true, messaging_scope: 'course_mates' },
    );
    for (const { cookie } of [admin, user])
      expect((await ask('GET /api/me', cookie)).code).toBe('auth.second_factor_missing');
    expect((await ask('GET /api/me', student.cookie)).status).toBe(200);
    expect((await factor('/pass', { code: '123456' })).status).toBe(403);
    await enrol();
    expect((await ask('GET /api/me', user.cookie)).status).toBe(200);
  });
});

describe('doing without', () => {
  it('asks for a code or the password', async () => {
    const { key, codes } = await enrol();
    await nextStep();
    const renewed = await factor('/recovery-codes', { code: await codeOf(key) });
    expect(renewed.answer.codes).toHaveLength(10);
    expect((await factor('/remove', { code: codes[0] })).code).toBe('wrong_code');
    expect((await factor('/remove', { password: 'not it' })).code).toBe('wrong_password');
    expect((await factor('/remove', { password: PASSWORD })).status).toBe(200);
    expect((await ask('GET /api/me', await open())).status).toBe(200);
  });

  it('is done by an administrator for whoever has lost it; that is written down and ends the sessions', async () => {
    await enrol();
    const admin = await createUser(database.sql, { role: 'admin' });
    const reset = () =>
      callRoute('DELETE /api/people/[id]/second-factor', { cookie: admin.cookie, id: user.id });
    expect(await (await reset()).json()).toEqual({ was_on: true });
    expect(await (await reset()).json()).toEqual({ was_on: false });
    expect((await ask('GET /api/me', user.cookie)).status).toBe(401);
    expect((await ask('GET /api/me', await open())).status).toBe(200);
    const { rows } = await database.sql.query('SELECT * FROM audit_entry WHERE subject_id = $1', [user.id]);
    expect(rows[0]).toMatchObject({ action: 'person.second_factor_reset', actor_id: admin.id });
  });
});
