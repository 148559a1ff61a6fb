import { type APIRequestContext, expect, type PlaywrightWorkerArgs } from '@playwright/test';
import { password } from './sign-in';

/** Signs in as any HTTP client with a cookie jar does, without a page. */
export async function signedInClient(
  playwright: PlaywrightWorkerArgs['playwright'],
  baseURL: string,
  email: string,
  userAgent = 'a program',
): Promise<APIRequestContext> {
  const client = await playwright.request.newContext({ baseURL, userAgent });
  const { csrfToken } = await (await client.get('/api/auth/csrf')).json();
  const answer = await client.post('/api/auth/callback/credentials', {
    form: { csrfToken, email, password },
    maxRedirects: 0,
  });
  expect(answer.status()).toBe(302);
  expect(answer.headers().location).toBe(baseURL);
  return client;
}
