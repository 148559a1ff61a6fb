import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import { createTokenOpener } from './opened-tokens';
import { readSessionToken, sealSessionCookie } from './session-cookie';

const secret = 'a secret for tests that is long enough';

async function tokenOf(claims: { sub: string; sid: string }, sealedWith = secret): Promise<string> {
  const cookie = await sealSessionCookie(claims, { secret: sealedWith, secure: false, maxAgeSeconds: 60 });
  return readSessionToken(cookie, false) ?? '';
}

it('says the same of a token however often it is asked, and of each its own', async () => {
  const open = createTokenOpener(secret);
  const [one, other] = [
    { sub: randomUUID(), sid: randomUUID() },
    { sub: randomUUID(), sid: randomUUID() },
  ];
  const tokens = [await tokenOf(one), await tokenOf(other)] as const;
  for (let i = 0; i < 3; i += 1) {
    expect(await open(tokens[0])).toEqual(one);
    expect(await open(tokens[1])).toEqual(other);
  }
});

it('never takes a forged one for one it knows', async () => {
  const open = createTokenOpener(secret);
  const claims = { sub: randomUUID(), sid: randomUUID() };
  const token = await tokenOf(claims);
  expect(await open(token)).toEqual(claims);
  expect(await open(await tokenOf(claims, 'another secret that is long enough too'))).toBeNull();
  expect(await open(`${token.slice(0, -2)}${token.endsWith('AA') ? 'BB' : 'AA'}`)).toBeNull();
  expect(await open('')).toBeNull();
});
