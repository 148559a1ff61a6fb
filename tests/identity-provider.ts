import { once } from 'node:events';
import type { Server } from 'node:http';
import Provider from 'oidc-provider';
import { freePort } from '@/lib/infra/testing/free-port';
import { cookieJar } from './cookie-jar';

/** What the provider says of somebody, by their subject. */
export interface ProviderPerson {
  email: string;
  email_verified: boolean;
  name?: string;
}

export const providerClient = { id: 'nimbusu', secret: 'the secret of a test' };

/** A real OpenID Connect server on this machine. People can be changed while it runs. */
export async function startIdentityProvider(redirectUri: string) {
  const port = await freePort();
  const issuer = `http://127.0.0.1:${port}`;
  const people = new Map<string, ProviderPerson>();
  const provider = new Provider(issuer, {
    clients: [
      { client_id: providerClient.id, client_secret: providerClient.secret, redirect_uris: [redirectUri] },
    ],
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
    cookies: { keys: ['keys of a test'] },
    findAccount: (_context, id) => ({ accountId: id, claims: () => ({ sub: id, ...people.get(id) }) }),
  });
  let server: Server | null = null;
  const start = async () => {
    server = provider.listen(port, '127.0.0.1');
    await once(server, 'listening');
  };
  const stop = async () => {
    const closing = server && once(server, 'close');
    server?.close();
    server?.closeAllConnections();
    server = null;
    await closing;
  };
  await start();
  return { issuer, people, start, stop, visit };
}

/** What a browser and its user do at the provider: signs in as `subject`, agrees; gives the address they are sent back to. */
async function visit(address: string, subject: string): Promise<string> {
  const jar = cookieJar();
  const { origin } = new URL(address);
  let next: { url: string; body?: URLSearchParams } = { url: address };
  for (let step = 0; step < 12; step += 1) {
    const response = await fetch(next.url, {
      redirect: 'manual',
      headers: { cookie: jar.header() },
      ...(next.body ? { method: 'POST', body: next.body } : {}),
    });
    jar.take(response);
    const location = response.headers.get('location');
    if (location === null) {
      const page = await response.text();
      const prompt = /name="prompt" value="(\w+)"/.exec(page)?.[1];
      if (!prompt) throw new Error(`The provider answered ${response.status}: ${page.slice(0, 300)}`);
      next = { url: next.url, body: new URLSearchParams({ prompt, login: subject, password: 'any' }) };
      continue;
    }
    const url = new URL(location, origin);
    if (url.origin !== origin) return url.href;
    next = { url: url.href };
  }
  throw new Error('The provider sends in circles');
}
