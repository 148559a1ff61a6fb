import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import * as z from 'zod';
import { callRoute } from '@/tests/call-route';
import { createUser, type TestUser } from '@/tests/campus';
import { cookieJar } from '@/tests/cookie-jar';
import { providerClient, startIdentityProvider } from '@/tests/identity-provider';
import { asNextRequest } from '@/tests/next-request';
import { prepareWebServices } from '@/tests/web-services';
import { answerAuth } from './answer-auth';

const HERE = 'http://127.0.0.1:3000';
let database: Awaited<ReturnType<typeof prepareWebServices>>;
let university: Awaited<ReturnType<typeof startIdentityProvider>>;
let user: TestUser & { email: string };
let subject: string;

beforeAll(async () => {
  university = await startIdentityProvider(`${HERE}/api/auth/callback/oidc`);
  database = await prepareWebServices({
    OIDC_ISSUER: university.issuer,
    OIDC_CLIENT_ID: providerClient.id,
    OIDC_CLIENT_SECRET: providerClient.secret,
  });
});
afterAll(async () => {
  await university.stop();
  await database.drop();
});
beforeEach(async () => {
  const made = await createUser(database.sql, { role: 'student' });
  user = { ...made, email: `${made.id}@test.example` };
  subject = randomUUID();
  university.people.set(subject, { email: user.email, email_verified: true, name: 'Some One' });
  await database.sql.query('TRUNCATE login_limit, outbox_event, external_identity');
});

const answer = (request: Request, nextauth: string[]) =>
  asNextRequest(request, () => answerAuth(request, { params: Promise.resolve({ nextauth }) }));

/** A browser at our routes. */
function browser() {
  const jar = cookieJar();
  async function ask(method: string, path: string, form?: Record<string, string>): Promise<Response> {
    const request = new Request(`${HERE}/api/auth/${path}`, {
      method,
      headers: { cookie: jar.header(), origin: HERE, 'x-forwarded-for': '10.0.0.7' },
      ...(form ? { body: new URLSearchParams(form) } : {}),
    });
    const nextauth = path.split('?')[0]?.split('/') ?? [];
    const response = await answer(request, nextauth);
    jar.take(response);
    return response;
  }
  /** Presses the button; gives the address to go to. */
  async function leave(callbackUrl = '/courses?term=1', path = 'signin/oidc'): Promise<URL> {
    const { csrfToken } = Token.parse(await (await ask('GET', 'csrf')).json());
    const response = await ask('POST', path, { csrfToken, callbackUrl, json: 'true' });
    return new URL(Accepted.parse(await response.json()).url);
  }
  /** Comes back with what the provider gave; gives the page one lands on. */
  async function comeBack(address: string): Promise<URL> {
    const response = await ask('GET', `callback/oidc${new URL(address).search}`);
    expect(response.status).toBe(302);
    return new URL(response.headers.get('location') ?? '', HERE);
  }
  const signIn = async (callbackUrl?: string) =>
    comeBack(await university.visit((await leave(callbackUrl)).href, subject));
  const me = async () => {
    const response = await callRoute('GET /api/me', { cookie: jar.header() });
    return { status: response.status, answer: await response.json() };
  };
  return { ask, leave, comeBack, signIn, me, jar };
}
const Token = z.object({ csrfToken: z.string() });
const Accepted = z.object({ url: z.string() });

async function events(): Promise<{ event_type: string; payload: Record<string, unknown> }[]> {
  const { rows } = await database.sql.query<{ event_type: string; payload: Record<string, unknown> }>(
    "SELECT event_type, value::json -> 'payload' AS payload FROM outbox_event ORDER BY id",
  );
  return rows;
}
const types = async () => (await events()).map(({ event_type }) => event_type);
const link = () =>
  database.sql.query('INSERT INTO external_identity (id, issuer, subject, user_id) VALUES ($1, $2, $3, $4)', [
    randomUUID(),
    university.issuer,
    subject,
    user.id,
  ]);
const errorAt = (page: URL) => [page.origin, page.pathname, page.searchParams.get('error')];

describe('signing in with the provider', () => {
  it('asks with code, PKCE, state and nonce, and with nothing that somebody adds', async () => {
    const page = await browser().leave(
      '/',
      'signin/oidc?scope=offline_access&redirect_uri=http%3A%2F%2Fevil.example',
    );
    expect(page.origin).toBe(university.issuer);
    expect(Object.fromEntries(page.searchParams)).toMatchObject({
      response_type: 'code',
      scope: 'openid email profile',
      redirect_uri: `${HERE}/api/auth/callback/oidc`,
      code_challenge_method: 'S256',
      code_challenge: expect.stringMatching(/.{43}/),
      state: expect.stringMatching(/.{43}/),
      nonce: expect.stringMatching(/.{43}/),
    });
  });

  it('opens the session a password opens, for the account with the verified e-mail, and goes where one was going', async () => {
    const visitor = browser();
    const page = await visitor.signIn();
    expect(page.href).toBe(`${HERE}/courses?term=1`);
    expect((await visitor.me()).answer).toMatchObject({ id: user.id, email: user.email });
    expect(visitor.jar.names().sort()).toEqual(['nimbusu.callback-url', 'nimbusu.csrf', 'nimbusu.session']);
    const told = await events();
    expect(told.map(({ event_type }) => event_type)).toEqual([
      'SEND_BULK', // of the link
      'LOGIN_SUCCESS',
      'SESSION_CREATED',
      'SEND_BULK', // of the new place
    ]);
    expect(told[1]?.payload).toMatchObject({ user_id: user.id, email: user.email, ip_address: '10.0.0.7' });
    // A second time nothing is linked anew, and the place is known.
    await database.sql.query('TRUNCATE outbox_event');
    expect((await browser().signIn()).pathname).toBe('/courses');
    expect(await types()).toEqual(['LOGIN_SUCCESS', 'SESSION_CREATED']);
  });

  it('signing out ends it', async () => {
    const visitor = browser();
    await visitor.signIn();
    const cookie = visitor.jar.header();
    const { csrfToken } = Token.parse(await (await visitor.ask('GET', 'csrf')).json());
    await visitor.ask('POST', 'signout', { csrfToken, json: 'true' });
    expect((await callRoute('GET /api/me', { cookie })).status).toBe(401);
    expect(await types()).toContain('LOGOUT');
  });

  it('asks for the own second factor as after a password', async () => {
    await database.sql.query(
      `INSERT INTO second_factor (user_id, secret, confirmed_at) VALUES ($1, 'sealed', now())`,
      [user.id],
    );
    const visitor = browser();
    await visitor.signIn();
    expect(await visitor.me()).toMatchObject({ status: 403, answer: { code: 'auth.second_factor_missing' } });
    expect(await types()).not.toContain('LOGIN_SUCCESS');
  });

  it.each(['https://evil.example/x', '//evil.example', 'javascript:alert(1)'])(
    'never goes on to %s',
    async (callbackUrl) => {
      expect((await browser().signIn(callbackUrl)).origin).toBe(HERE);
    },
  );

  it('knows a person by what the provider calls them when their e-mail is another, also an unverified one', async () => {
    await link();
    const other = await createUser(database.sql, { role: 'admin' });
    university.people.set(subject, { email: `${other.id}@test.example`, email_verified: true });
    const visitor = browser();
    await visitor.signIn();
    expect((await visitor.me()).answer.id).toBe(user.id);
    university.people.set(subject, { email: 'new@test.example', email_verified: false });
    const again = browser();
    await again.signIn();
    expect((await again.me()).answer).toMatchObject({ id: user.id, email: user.email });
  });
});

describe('who is not let in', () => {
  async function refused(code: string, reason: string): Promise<void> {
    const visitor = browser();
    expect(errorAt(await visitor.signIn())).toEqual([HERE, '/login', code]);
    expect((await visitor.me()).status).toBe(401);
    const told = await events();
    expect(told.map(({ event_type, payload }) => [event_type, payload.failure_reason])).toEqual([
      ['LOGIN_FAILED', reason],
    ]);
    expect(told.map(({ event_type }) => event_type)).not.toContain('LOGIN_SUCCESS');
  }

  it('an e-mail the provider has not verified', async () => {
    university.people.set(subject, { email: user.email, email_verified: false });
    await refused('unverified', 'provider_email_unverified');
  });

  it('somebody without an account', async () => {
    university.people.set(subject, { email: 'nobody@test.example', email_verified: true });
    await refused('unknown', 'provider_person_unknown');
  });

  it.each(['suspended', 'deleted'])('a %s account, linked before or not', async (status) => {
    await database.sql.query('UPDATE app_user SET status = $2 WHERE id = $1', [user.id, status]);
    await refused('not_active', 'account_not_active');
    await database.sql.query('TRUNCATE outbox_event');
    await link();
    await refused('not_active', 'account_not_active');
  });

  it('somebody else who was given the e-mail of an account', async () => {
    await link();
    subject = randomUUID();
    university.people.set(subject, { email: user.email, email_verified: true });
    await refused('taken', 'provider_identity_taken');
  });

  it('an account that wrong passwords have locked for this address', async () => {
    const { services } = await import('../services');
    const take = () =>
      services().attemptLimits.take({ email: user.email, ipAddress: '10.0.0.7', isKnownAddress: false });
    while ((await take()).waitSeconds === 0);
    const visitor = browser();
    expect(errorAt(await visitor.signIn())).toEqual([HERE, '/login', 'wait']);
    expect((await visitor.me()).status).toBe(401);
  });
});

describe('what goes wrong on the way', () => {
  const failed = [HERE, '/login', expect.stringMatching(/Callback$/)];

  it('a state that is not the one asked with, and whose place is kept', async () => {
    const visitor = browser();
    const back = new URL(await university.visit((await visitor.leave()).href, subject));
    back.searchParams.set('state', 'another');
    const page = await visitor.comeBack(back.href);
    expect(errorAt(page)).toEqual(failed);
    expect(page.searchParams.get('callbackUrl')).toBe('/courses?term=1');
    expect((await visitor.me()).status).toBe(401);
  });

  it('an answer for the browser of somebody else', async () => {
    const back = await university.visit((await browser().leave()).href, subject);
    expect(errorAt(await browser().comeBack(back))).toEqual(failed);
    const other = browser();
    await other.leave();
    expect(errorAt(await other.comeBack(back))).toEqual(failed);
  });

  it('a code that was used already, with cookies that were kept', async () => {
    const visitor = browser();
    const back = await university.visit((await visitor.leave()).href, subject);
    const kept = visitor.jar.header();
    expect((await visitor.comeBack(back)).pathname).toBe('/courses');
    const request = new Request(`${HERE}/api/auth/callback/oidc${new URL(back).search}`, {
      headers: { cookie: kept },
    });
    const response = await answer(request, ['callback', 'oidc']);
    expect(errorAt(new URL(response.headers.get('location') ?? '', HERE))).toEqual(failed);
    expect(response.headers.getSetCookie().join()).not.toContain('nimbusu.session=ey');
  });

  it.each(['error=access_denied', 'code=none', '', 'error=%00%3Cscript%3E'])(
    'the answer "%s"',
    async (query) => {
      const visitor = browser();
      const state = (await visitor.leave()).searchParams.get('state');
      const back = `${HERE}/api/auth/callback/oidc?${query}&state=${state}`;
      expect(errorAt(await visitor.comeBack(back))).toEqual(failed);
    },
  );

  it('a provider that is down, before and on the way back', async () => {
    const visitor = browser();
    const back = await university.visit((await visitor.leave()).href, subject);
    await university.stop();
    try {
      expect((await browser().leave()).origin).toBe(HERE);
      expect(errorAt(await visitor.comeBack(back))).toEqual(failed);
      const { csrfToken } = Token.parse(await (await visitor.ask('GET', 'csrf')).json());
      const form = { csrfToken, email: user.email, password: 'wrong', json: 'true' };
      expect((await visitor.ask('POST', 'callback/credentials', form)).status).toBe(401);
    } finally {
      await university.start();
    }
  });
});

describe('by its settings', () => {
  it('takes whom nobody knows in, once, where the university wants it', async () => {
    const { services } = await import('../services');
    const provider = services().provider;
    if (!provider) throw new Error('there is none');
    const taking = vi
      .spyOn(services(), 'provider', 'get')
      .mockReturnValue({ ...provider, newPeople: 'student' });
    const email = `${subject}@new.example`;
    university.people.set(subject, { email, email_verified: true, name: 'New Person' });
    const visitor = browser();
    await visitor.signIn();
    expect((await visitor.me()).answer).toMatchObject({ email, name: 'New Person', role: 'student' });
    expect(await types()).toEqual(['USER_CREATED', 'LOGIN_SUCCESS', 'SESSION_CREATED']);
    await browser().signIn();
    const { rows } = await database.sql.query('SELECT 1 FROM app_user WHERE email = $1', [email]);
    expect(rows).toHaveLength(1);
    taking.mockRestore();
  });
});
