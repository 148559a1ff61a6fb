import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { readNotificationSettings } from '@/lib/domain/notification-preference/queries';
import { createMailer } from '@/lib/infra/mail/mailer';
import { createUnsubscribeTokens } from '@/lib/infra/mail/unsubscribe-token';
import { startMailServer } from '@/lib/infra/testing/test-mail-server';
import { createEmailPort } from '@/server/channels/email-port';
import { sendDue } from '@/server/channels/run-channel';
import { callRoute } from '@/tests/call-route';
import { createUser, TEST_SECRET, type TestUser } from '@/tests/campus';
import { openChannelWorld } from '@/tests/channel-world';
import { prepareWebServices } from '@/tests/web-services';

const siteOrigin = 'https://portal.example.edu';
let services: Awaited<ReturnType<typeof prepareWebServices>>;
let world: Awaited<ReturnType<typeof openChannelWorld>>;
let reader: TestUser;
let other: TestUser;

beforeAll(async () => {
  services = await prepareWebServices();
  world = await openChannelWorld(services);
});
beforeEach(async () => {
  await world.clear();
  await world.sql.query(
    'TRUNCATE notification_rule, notification_setting, notification_preference, audit_entry',
  );
  reader = await createUser(world.sql, { role: 'student' });
  other = await createUser(world.sql, { role: 'student' });
  for (const { id } of [reader, other])
    await world.sql.query(`INSERT INTO notification_setting (user_id, preset) VALUES ($1, 'everything')`, [
      id,
    ]);
});
afterAll(() => services.drop());

/** A mail as its reader gets it: the header fields by which it is unsubscribed. */
async function receive(of: { kind?: string; category?: string } = {}) {
  const id = await world.queue({ channel: 'email', userId: reader.id, address: 'ada@test.example' });
  await world.sql.query(`UPDATE notification SET kind = $1, category = $2`, [
    of.kind ?? 'announcement',
    of.category ?? 'announcement',
  ]);
  const server = await startMailServer();
  const mailer = createMailer({ url: server.url, from: 'no-reply@test.example', bounceAddress: null });
  const tokens = createUnsubscribeTokens(TEST_SECRET);
  const port = createEmailPort({ mailer, sql: world.sql, siteOrigin, tokens });
  while ((await sendDue(world.services, port)) === 'again');
  mailer.close();
  await server.stop();
  expect(await world.delivery(id)).toMatchObject({ status: 'sent' });
  const head = (server.taken[0] ?? '').split('\r\n\r\n')[0]?.replaceAll(/\r\n[ \t]+/g, '') ?? '';
  return {
    link: /^List-Unsubscribe: ?<(.*)>$/m.exec(head)?.[1] ?? '',
    post: /^List-Unsubscribe-Post: (.*)$/m.exec(head)?.[1],
  };
}
const tokenIn = (link: string) => link.replace(`${siteOrigin}/api/unsubscribe/`, '');
const ask = (method: 'GET' | 'POST', token: string) =>
  callRoute(`${method} /api/unsubscribe/[token]`, {
    params: { token },
    ...(method === 'POST' && {
      raw: 'List-Unsubscribe=One-Click',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    }),
  });
const settingsOf = ({ id }: TestUser) => readNotificationSettings(world.sql, id, 'Europe/Vienna');
const toldTabs = async () =>
  (await world.sql.query(`SELECT 1 FROM outbox_event WHERE event_type = 'PROFILE_UPDATED'`)).rowCount;
const audited = async () =>
  (await world.sql.query('SELECT action, actor_id, subject_id, detail FROM audit_entry')).rows;

it('a post to the link of a mail ends mail of its sort for its reader, once, audited and told to open tabs', async () => {
  const { link, post } = await receive();
  expect(post).toBe('List-Unsubscribe=One-Click');
  const before = await settingsOf(other);
  expect((await ask('POST', tokenIn(link))).status).toBe(204);
  const after = await settingsOf(reader);
  expect(after).toMatchObject({
    preset: 'everything',
    version: 2,
    own: [{ category: 'announcement', email: 'off', in_app: null, push: null, sms: null }],
  });
  expect(await settingsOf(other)).toEqual(before);
  expect(await toldTabs()).toBe(1);
  const entries = await audited();
  expect(entries).toEqual([
    {
      action: 'notification.unsubscribed',
      actor_id: reader.id,
      subject_id: reader.id,
      detail: { before: { announcement: 'on' }, after: { announcement: 'off' } },
    },
  ]);
  expect((await ask('POST', tokenIn(link))).status).toBe(204);
  expect([await settingsOf(reader), await toldTabs(), await audited()]).toEqual([after, 1, entries]);
});

it('what the reader chose for other channels and sorts stays', async () => {
  await world.sql.query(
    `INSERT INTO notification_preference (user_id, category, push, email) VALUES ($1, 'announcement', 'off', 'digest'), ($1, 'message', NULL, 'on')`,
    [reader.id],
  );
  await ask('POST', tokenIn((await receive()).link));
  expect((await settingsOf(reader)).own).toMatchObject([
    { category: 'announcement', push: 'off', email: 'off' },
    { category: 'message', email: 'on' },
  ]);
});

it('whoever only follows the link comes to the settings, and nothing changes', async () => {
  const before = await settingsOf(reader);
  const { link } = await receive();
  const response = await ask('GET', tokenIn(link));
  expect([response.status, response.headers.get('location')]).toEqual([303, '/profile/notifications']);
  expect(await settingsOf(reader)).toEqual(before);
});

it('what is mandatory, and what tells of several sorts, has only the way to the settings', async () => {
  const { link } = await receive({ category: 'security' });
  await world.sql.query(`INSERT INTO notification_rule (category, mandatory) VALUES ('security', '{email}')`);
  const settings = { link: `${siteOrigin}/profile/notifications`, post: undefined };
  expect(await receive({ category: 'security' })).toEqual(settings);
  for (const kind of ['brief', 'digest'])
    expect(await receive({ kind, category: 'other' })).toEqual(settings);
  // A link from before it was mandatory.
  const refused = await ask('POST', tokenIn(link));
  expect(refused.status).toBe(422);
  expect(await refused.json()).toMatchObject({ errors: [{ field: 'token', code: 'mandatory' }] });
  expect((await settingsOf(reader)).own).toEqual([]);
  expect(await audited()).toEqual([]);
});

it('a link that is not ours, or whose account is not in use, changes nothing', async () => {
  const token = tokenIn((await receive()).link);
  const wrong = [
    token.replace(reader.id, other.id),
    token.replace('announcement', 'message'),
    token.replace(/.$/, (last) => (last === 'A' ? 'E' : 'A')),
    createUnsubscribeTokens('another secret').make({ userId: reader.id, category: 'announcement' }),
    createUnsubscribeTokens(TEST_SECRET).make({ userId: reader.id, category: 'everything' }),
    '~~',
  ];
  for (const each of wrong) expect((await ask('POST', each)).status).toBe(404);
  await world.sql.query('DELETE FROM notification_setting');
  await world.sql.query(`UPDATE app_user SET status = 'suspended' WHERE id = $1`, [reader.id]);
  expect((await ask('POST', token)).status).toBe(404);
  expect(await toldTabs()).toBe(0);
});
