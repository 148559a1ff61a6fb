import { expect, test } from '@playwright/test';
import { io } from 'socket.io-client';
import { accounts } from './sign-in';
import { signedInClient } from './signed-in-client';

test('a program with a cookie jar uses the API and hears live through the same port', async ({
  playwright,
  baseURL: given,
}) => {
  const baseURL = given ?? '';
  const admin = await signedInClient(playwright, baseURL, accounts.admin);
  const student = await signedInClient(playwright, baseURL, accounts.student);
  expect(await (await student.get('/api/me')).json()).toMatchObject({ email: accounts.student });

  const { cookies } = await student.storageState();
  const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
  const socket = io(baseURL, {
    path: '/socket.io',
    addTrailingSlash: false,
    transports: ['websocket'],
    extraHeaders: { cookie },
  });
  const titles: string[] = [];
  socket.on('notification:created', ({ notification }) => titles.push(notification.title));
  await expect.poll(() => socket.connected).toBe(true);
  const before = await socket.emitWithAck('sync', {});
  expect(before).toMatchObject({ ok: true, data: { missed: [], complete: true } });

  const title = `From a program ${Date.now()}`;
  const body = {
    title,
    content: 'Text',
    target_audience: 'users',
    target_details: { user_ids: [] as string[] },
  };
  const me = await (await student.get('/api/me')).json();
  body.target_details.user_ids = [me.id];
  const draft = await admin.post('/api/announcements', { data: body });
  expect(draft.status()).toBe(201);
  const { id } = await draft.json();
  expect((await admin.post(`/api/announcements/${id}/publish`)).status()).toBe(200);
  await expect.poll(() => titles).toEqual([title]);

  const after = await socket.emitWithAck('sync', { after: before.data.cursor });
  expect(after.data.missed.map((each: { title: string }) => each.title)).toEqual([title]);
  socket.disconnect();
  await Promise.all([admin.dispose(), student.dispose()]);
});

test('a wrong password gives no session, and does not say what was wrong', async ({
  playwright,
  baseURL: given,
}) => {
  const baseURL = given ?? '';
  const client = await playwright.request.newContext({ baseURL });
  const { csrfToken } = await (await client.get('/api/auth/csrf')).json();
  const locations: string[] = [];
  for (const email of [accounts.admin, 'nobody@nimbusu.test']) {
    const answer = await client.post('/api/auth/callback/credentials', {
      form: { csrfToken, email, password: 'wrong' },
      maxRedirects: 0,
    });
    locations.push(`${answer.status()} ${answer.headers().location}`);
  }
  expect(new Set(locations).size).toBe(1);
  expect((await client.get('/api/me')).status()).toBe(401);
  await client.dispose();
});
