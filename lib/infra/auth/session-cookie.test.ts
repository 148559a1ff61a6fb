import { describe, expect, it } from 'vitest';
import { cookieName, openSessionToken, readSessionToken, sealSessionCookie } from './session-cookie';

const claims = {
  sub: '019a0000-0000-7000-8000-000000000001',
  sid: '019a0000-0000-7000-8000-000000000002',
};
const secret = 'a secret for tests that is long enough';
const sealed = (secure: boolean) => sealSessionCookie(claims, { secret, secure, maxAgeSeconds: 60 });

describe.each([
  ['https', true, '__Host-nimbusu.session'],
  ['http', false, 'nimbusu.session'],
])('the session’s cookie on %s', (_scheme, secure, name) => {
  it(`is ${name}, and opens again`, async () => {
    expect(cookieName(secure)).toBe(name);
    const token = readSessionToken(`theme=dark; ${await sealed(secure)}; x`, secure);
    expect(await openSessionToken(token ?? '', secret)).toEqual(claims);
  });

  it('is one cookie, never cut into several', async () => {
    expect((await sealed(secure)).length).toBeLessThan(1_000);
    expect(readSessionToken(`${name}.0=a; ${name}.1=b`, secure)).toBeNull();
  });

  it('is not believed when there are two', async () => {
    expect(readSessionToken(`${await sealed(secure)}; ${name}=planted`, secure)).toBeNull();
  });
});

it('on https the name without the prefix means nothing', async () => {
  expect(readSessionToken(await sealed(false), true)).toBeNull();
});
