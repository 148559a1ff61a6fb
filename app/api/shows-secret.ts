import { createHash, timingSafeEqual } from 'node:crypto';

/** Whether a request has the secret as its bearer token; never where there is none. */
export function showsSecret(headers: Headers, secret: string | null): boolean {
  const [, token] = /^Bearer (.+)$/i.exec(headers.get('authorization') ?? '') ?? [];
  return secret !== null && token !== undefined && timingSafeEqual(hashOf(token), hashOf(secret));
}

const hashOf = (text: string) => createHash('sha256').update(text).digest();
