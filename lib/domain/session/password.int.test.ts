import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { hashPassword, passwordFits } from '@/lib/infra/auth/password';
import { callRoute } from '@/tests/call-route';
import { createUser, openSession, type TestUser } from '@/tests/campus';
import { prepareWebServices } from '@/tests/web-services';
import { sendInvitation } from './send-invitation';

const OLD = 'the old password of a test';
const NEW = 'quite another password';
let database: Awaited<ReturnType<typeof prepareWebServices>>;
let user: TestUser;
let email: string;

beforeAll(async () => {
  database = await prepareWebServices();
});
afterAll(() => database.drop());
beforeEach(async () => {
  user = await createUser(database.sql, { role: 'student' });
  email = `${user.id}@test.example`;
  await database.sql.query('UPDATE app_user SET password_hash = $2 WHERE id = $1', [
    user.id,
    await hashPassword(OLD),
  ]);
  await database.sql.query('TRUNCATE login_limit, mail, outbox_event');
});

async function post(name: string, body: unknown, cookie?: string) {
  const response = await callRoute(`POST ${name}`, { body, ...(cookie ? { cookie } : {}) });
  const { errors, code } = await response.json();
  return [response.status, errors?.[0]?.code ?? code] as const;
}
const forget = (address = email) => post('/api/password/forgot', { email: address });
const reset = (token: string, password = NEW) => post('/api/password/reset', { token, password });
const change = (current_password: string, password: string) =>
  post('/api/me/password', { current_password, password }, user.cookie);

const mails = async () =>
  (await database.sql.query<{ to_address: string; body: string }>('SELECT * FROM mail ORDER BY id')).rows;
async function mailedToken(): Promise<string> {
  const body = (await mails()).at(-1)?.body ?? '';
  return /\/reset-password#([\w-]{43})\s/.exec(body)?.[1] ?? '';
}
async function events() {
  const { rows } = await database.sql.query<{ value: string }>('SELECT value FROM outbox_event ORDER BY id');
  return rows.map(({ value }): { event_type: string; payload: Record<string, unknown> } => JSON.parse(value));
}
const types = async () => (await events()).map((event) => event.event_type);
async function fits(password: string): Promise<boolean> {
  const { rows } = await database.sql.query<{ password_hash: string }>(
    'SELECT password_hash FROM app_user WHERE id = $1',
    [user.id],
  );
  return passwordFits(rows[0]?.password_hash ?? null, password);
}
const isIn = async (cookie: string) => (await callRoute('GET /api/me', { cookie })).status === 200;

it('sets a password by mail once, and everybody who was signed in is out', async () => {
  expect(await forget(`  ${email.toUpperCase()} `)).toEqual([200, undefined]);
  const token = await mailedToken();
  const { rows } = await database.sql.query('SELECT * FROM password_link WHERE user_id = $1', [user.id]);
  expect(JSON.stringify(rows)).not.toContain(token);
  const elsewhere = await openSession(database.sql, user.id);
  expect(await reset(token, 'short')).toEqual([422, 'too_small']);
  expect(await isIn(user.cookie)).toBe(true);
  expect(await reset(token)).toEqual([200, undefined]);
  expect([await fits(NEW), await isIn(user.cookie), await isIn(elsewhere.cookie)]).toEqual([
    true,
    false,
    false,
  ]);
  expect(await reset(token, 'a third password')).toEqual([410, 'password.link_invalid']);
  expect(await types()).toEqual([
    'PASSWORD_RESET_REQUESTED',
    'LOGOUT',
    'LOGOUT',
    'PASSWORD_RESET_COMPLETED',
    'PASSWORD_CHANGED',
  ]);
  expect(JSON.stringify(await events())).not.toContain(token);
});

it('answers alike for accounts that do not exist or may not in, and mails nobody', async () => {
  const timed = async (address: string) => {
    const begun = performance.now();
    const answer = await forget(address);
    return [...answer, performance.now() - begun >= 295];
  };
  const there = await timed(email);
  await database.sql.query(`UPDATE app_user SET status = 'suspended' WHERE id = $1`, [user.id]);
  await database.sql.query('TRUNCATE mail');
  for (const address of ['nobody@test.example', email, 'not an address'])
    expect(await timed(address)).toEqual(there);
  expect(await mails()).toEqual([]);
});

it('lets one of two use a link at the same time', async () => {
  await forget();
  const token = await mailedToken();
  const outcomes = await Promise.all([reset(token), reset(token, 'a third password')]);
  expect(outcomes.map(([status]) => status).sort()).toEqual([200, 410]);
});

it('takes no link that is old, or not the last one', async () => {
  await forget();
  const first = await mailedToken();
  await forget();
  const second = await mailedToken();
  expect(await reset(first)).toEqual([410, 'password.link_invalid']);
  await database.sql.query(`UPDATE password_link SET expires_at = now() - interval '1 second'`);
  expect(await reset(second)).toEqual([410, 'password.link_invalid']);
  expect(await fits(OLD)).toBe(true);
});

it('fills no mailbox, and lets one address ask so often', async () => {
  for (let each = 0; each < 8; each += 1) expect((await forget())[0]).toBe(200);
  expect(await mails()).toHaveLength(5);
  const answers: number[] = [];
  for (let each = 0; each < 14; each += 1) answers.push((await forget(`${each}@test.example`))[0]);
  expect(answers.slice(-2)).toEqual([429, 429]);
});

it('changes the password of whoever knows it; the session that does it stays', async () => {
  const elsewhere = await openSession(database.sql, user.id);
  expect(await change('not it', NEW)).toEqual([422, 'wrong_password']);
  expect(await change(OLD, 'Password1!')).toEqual([422, 'too_common']);
  expect(await types()).toEqual([]);
  expect(await change(OLD, NEW)).toEqual([200, undefined]);
  expect([await fits(NEW), await isIn(user.cookie), await isIn(elsewhere.cookie)]).toEqual([
    true,
    true,
    false,
  ]);
  expect(await types()).toEqual(['LOGOUT', 'PASSWORD_CHANGED']);
  expect((await events())[0]?.payload).toMatchObject({
    reason: 'password_changed',
    session_id: elsewhere.sessionId,
  });
  expect((await events())[1]?.payload).toMatchObject({
    kept_session_id: user.sessionId,
    sessions_revoked: 1,
  });
  expect((await mails())[0]).toMatchObject({ to_address: email });
});

it('does not let a screen left open guess', async () => {
  const answers: number[] = [];
  for (let each = 0; each < 12; each += 1) answers.push((await change('not it', NEW))[0]);
  expect(answers.slice(0, 10)).toEqual(Array.from({ length: 10 }, () => 422));
  expect(answers.slice(10)).toEqual([429, 429]);
});

it('invites somebody new to choose a password', async () => {
  await sendInvitation(
    database.sql,
    { id: user.id, name: 'N', email, locale: 'de' },
    'https://portal.example',
  );
  expect((await mails())[0]?.body).toContain('https://portal.example/reset-password#');
  expect(await reset(await mailedToken())).toEqual([200, undefined]);
  expect(await fits(NEW)).toBe(true);
});
