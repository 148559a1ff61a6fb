import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { TemplateList, TemplatePreview, TemplateView } from '@/lib/contracts/http/notification-template';
import { Problem } from '@/lib/contracts/http/problem';
import { listTemplates, readTemplate } from '@/lib/domain/notification/template/queries';
import { readWordings } from '@/lib/domain/notification/template/read-wordings';
import { previewTemplate, sendTest } from '@/lib/domain/notification/template/try-template';
import {
  archiveTemplate,
  createTemplate,
  editTemplate,
} from '@/lib/domain/notification/template/write-template';
import { WHOLE_LIST } from '@/lib/infra/http/keyset-cursor';
import { createUnitOfWork } from '@/lib/infra/outbox/unit-of-work';
import { callRoute } from '@/tests/call-route';
import { createUser, type TestUser } from '@/tests/campus';
import { prepareWebServices } from '@/tests/web-services';

let database: Awaited<ReturnType<typeof prepareWebServices>>;
let admin: TestUser;
let count = 0;
let template: TemplateView;

beforeAll(async () => {
  database = await prepareWebServices();
  admin = await createUser(database.sql, { role: 'admin' });
  await createUser(database.sql, { role: 'admin' });
});
afterAll(() => database.drop());
beforeEach(async () => {
  count += 1;
  template = TemplateView.parse(await (await create()).json());
  await database.sql.query('TRUNCATE audit_entry');
});

const ask = (name: string, options: Parameters<typeof callRoute>[1] = {}) =>
  callRoute(name, { cookie: admin.cookie, id: template?.id ?? '', ...options });
const text = (given: object = {}) => ({
  key: `book-due-${count}`,
  locale: 'en',
  title: '{{book}} is due',
  body: 'Bring it by {{day}}.',
  ...given,
});
const create = (given: object = {}, headers: Record<string, string> = {}) =>
  ask('POST /api/notification-templates', { body: text(given), headers });
const edit = (body: object, version: number) =>
  ask('PUT /api/notification-templates/[id]', { body, headers: { 'if-match': `"v${version}"` } });
const list = async (query: string) =>
  TemplateList.parse(await (await ask('GET /api/notification-templates', { query })).json());
const preview = async (given: object) => {
  const answer = await ask('POST /api/notification-templates/preview', { body: text(given) });
  expect(answer.status).toBe(200);
  return TemplatePreview.parse(await answer.json());
};
const refusal = async (response: Response) => {
  const problem = Problem.parse(await response.json());
  const wrong = problem.errors?.map(({ field, code }) => `${field} ${code}`);
  return { status: response.status, code: problem.code, wrong, current: problem.current };
};
const audit = async () =>
  (await database.sql.query('SELECT action, actor_id, detail FROM audit_entry ORDER BY id')).rows;
const testSend = (body: object, cookie = admin.cookie) =>
  ask('POST /api/notification-templates/[id]/test-send', { body, cookie });

it('an administrator writes a template once, and who it was is in the audit list', async () => {
  const key = { 'idempotency-key': randomUUID() };
  const given = { key: `once-${count}`, title: 'Hello {{name}}', body: '' };
  const [first, again] = [await create(given, key), await create(given, key)];
  const made = TemplateView.parse(await first.json());
  expect([first.status, again.status, await again.json()]).toEqual([201, 201, made]);
  expect(made).toMatchObject({
    variables: ['name'],
    needed: ['name'],
    archived: false,
    version: 1,
    updated_by: { id: admin.id },
  });
  expect(await audit()).toEqual([
    {
      action: 'notification_template.created',
      actor_id: admin.id,
      detail: { before: null, after: { ...given, locale: 'en', archived: false } },
    },
  ]);
});

it('a key has one text in a language, also while that is put away, and of two at once one is made', async () => {
  const taken = { status: 409, code: 'notification.template_exists', wrong: ['key taken'] };
  expect(await refusal(await create())).toMatchObject(taken);
  expect((await ask('POST /api/notification-templates/[id]/archive')).status).toBe(200);
  expect(await refusal(await create())).toMatchObject(taken);
  expect((await create({ locale: 'de' })).status).toBe(201);
  const both = await Promise.all([1, 2].map(() => create({ key: `raced-${count}` })));
  expect(both.map(({ status }) => status).sort()).toEqual([201, 409]);
});

it.each([
  [{ title: '<b>{{book}}</b>' }, 'title markup'],
  [{ body: 'javascript:alert(1)' }, 'body markup'],
  [{ title: '{{#late}}Late{{/late}}' }, 'title logic'],
  [{ body: '{{>footer}}' }, 'body logic'],
  [{ title: '{{book' }, 'title syntax'],
  [{ title: '{{Book}}' }, 'title name'],
  [{ title: ' ' }, 'title too_small'],
  [{ body: 'x'.repeat(2_001) }, 'body too_big'],
  [{ key: 'Book Due' }, 'key invalid_format'],
  [{ key: '' }, 'key invalid_format'],
  [{ key: 'x'.repeat(65) }, 'key too_big'],
  [{ locale: 'xx' }, 'locale invalid_value'],
  [{ title: '\u0000' }, 'title custom'],
])('%j is refused at its field: %s', async (given, wrong) => {
  const { code, wrong: said, status } = await refusal(await create({ key: 'refused', ...given }));
  expect([status, code]).toEqual([422, 'request.invalid']);
  expect(said).toContain(wrong);
  expect((await list('?query=refused')).items).toEqual([]);
  if (!('key' in given) && !('locale' in given)) {
    const { key: _key, locale: _locale, ...rest } = text(given);
    expect((await refusal(await edit(rest, 1))).wrong).toContain(wrong);
  }
});

it('all fields that are wrong are named at once', async () => {
  const { wrong } = await refusal(await create({ key: 'wrong', title: '{{', body: '<i>' }));
  expect(wrong).toEqual(['title syntax', 'body markup']);
});

it('it is changed by who has seen how it is; who is late is shown the other version', async () => {
  const seen = await ask('GET /api/notification-templates/[id]');
  const tag = seen.headers.get('etag') ?? '';
  expect(await seen.json()).toEqual(template);
  const same = { headers: { 'if-none-match': tag } };
  expect((await ask('GET /api/notification-templates/[id]', same)).status).toBe(304);
  const edited = await ask('PUT /api/notification-templates/[id]', {
    body: { title: '{{book}} is late', body: '' },
    headers: { 'if-match': tag },
  });
  expect([edited.status, (await edited.json()).version]).toEqual([200, 2]);
  expect((await ask('GET /api/notification-templates/[id]', same)).status).toBe(200);
  expect(await audit()).toMatchObject([
    {
      action: 'notification_template.edited',
      detail: {
        before: { title: '{{book}} is due', body: 'Bring it by {{day}}.' },
        after: { title: '{{book}} is late', body: '' },
      },
    },
  ]);
  const late = await edit({ title: 'Mine' }, 1);
  expect(late.headers.get('etag')).toMatch(/^"v2-/);
  expect(await refusal(late)).toMatchObject({
    status: 412,
    code: 'precondition.failed',
    current: { id: template.id, title: '{{book}} is late', version: 2 },
  });
  const unseen = await ask('PUT /api/notification-templates/[id]', { body: { title: 'Mine' } });
  expect(unseen.status).toBe(428);
  const both = await Promise.all(['A', 'B'].map((title) => edit({ title }, 2)));
  expect(both.map(({ status }) => status).sort()).toEqual([200, 412]);
});

it('what is put away is in the other list, no command can name it, and it comes back', async () => {
  const named = (query: string) =>
    list(`?query=book-due-${count}&${query}`).then(({ items }) => items.length);
  expect([await named('archived=false'), await named('archived=true')]).toEqual([1, 0]);
  for (let times = 0; times < 2; times++)
    expect(await (await ask('POST /api/notification-templates/[id]/archive')).json()).toMatchObject({
      archived: true,
      version: 2,
    });
  expect([await named('archived=false'), await named('archived=true')]).toEqual([0, 1]);
  const values = { book: 'Dune', day: 'Monday' };
  await expect(readWordings(database.sql, template.key, values)).rejects.toMatchObject({
    field: 'template_id',
    code: 'unknown',
  });
  expect((await ask('POST /api/notification-templates/[id]/restore')).status).toBe(200);
  expect((await readWordings(database.sql, template.key, values)).get('en')?.title).toBe('Dune is due');
  expect((await audit()).map(({ action }) => action)).toEqual([
    'notification_template.archived',
    'notification_template.restored',
  ]);
});

it('a page leads on to the next, and words are looked for in the key and the text', async () => {
  for (const locale of ['en', 'de'])
    for (const key of ['paged-b', 'paged-a']) await create({ key: `${key}-${count}`, locale });
  const keys: string[] = [];
  let cursor = '';
  do {
    const page = await list(`?query=paged-&limit=1${cursor && `&cursor=${cursor}`}`);
    keys.push(...page.items.map(({ key }) => key));
    cursor = page.next_cursor ?? '';
  } while (cursor !== '');
  expect(keys).toEqual(['a', 'a', 'b', 'b'].map((each) => `paged-${each}-${count}`));
  await create({ key: `other-${count}`, body: 'Nobody else says 100%_of this' });
  expect((await list('?query=100%25_OF')).items.map(({ key }) => key)).toEqual([`other-${count}`]);
  expect((await list('?query=100_%25')).items).toEqual([]);
  const foreign = await ask('GET /api/notification-templates', { query: '?cursor=WyJ4IiwieSJd' });
  expect((await refusal(foreign)).wrong).toEqual(['cursor unknown']);
});

it('a command gives the variables of all languages in use: who sees the template sees which', async () => {
  const tag = (await ask('GET /api/notification-templates/[id]')).headers.get('etag') ?? '';
  const german = TemplateView.parse(
    await (await create({ locale: 'de', title: '{{book}} ist fällig', body: 'In der {{library}}.' })).json(),
  );
  expect(german).toMatchObject({
    variables: ['book', 'library'],
    needed: ['book', 'library', 'day'],
  });
  // Its own text is as it was, but not what it asks for.
  const again = await ask('GET /api/notification-templates/[id]', { headers: { 'if-none-match': tag } });
  expect(again.status).toBe(200);
  const shown = await preview({ values: { book: 'Dune', day: 'Monday' } });
  expect(shown.faults.map(({ field, code }) => `${field} ${code}`)).toEqual(['values.library missing']);
  await expect(readWordings(database.sql, template.key, { book: 'Dune', day: 'x' })).rejects.toMatchObject({
    field: 'template_data.library',
    code: 'missing',
  });
  await ask('POST /api/notification-templates/[id]/archive', { id: german.id });
  expect(await preview({ values: { book: 'Dune', day: 'Monday' } })).toMatchObject({ title: 'Dune is due' });
});

it('a text that is not saved is tried; all that is wrong is named, and nothing is written', async () => {
  expect(await preview({ values: { book: '<b>{{day}}</b>', day: 3 } })).toEqual({
    title: '<b>{{day}}</b> is due',
    message: 'Bring it by 3.',
    needed: ['book', 'day'],
    faults: [],
  });
  const wrong = async (given: object) =>
    (await preview(given)).faults.map(({ field, code }) => `${field} ${code}`);
  expect(await wrong({ title: '{{#book}}', body: '{{day}}<', values: { title: 'x' } })).toEqual([
    'title syntax',
    'values.title unknown',
    'values.day missing',
  ]);
  expect(await wrong({ title: '{{book}}', body: '', values: { book: ' ' } })).toEqual(['title length']);
  expect(await wrong({ key: '', title: '', body: 'x', values: {} })).toEqual(['title length']);
  const long = { title: 'x', body: '{{book}}{{book}}{{book}}', values: { book: 'x'.repeat(1_000) } };
  expect(await wrong(long)).toEqual(['body length']);
  expect(await readTemplate(database.sql, adminUser(), template.id)).toEqual(template);
  expect(await audit()).toEqual([]);
});

it('a test is sent to the administrator who asks and to nobody else, as any command is', async () => {
  const values = { book: 'Dune', day: 'Monday' };
  const sent = await testSend({ values, channels: ['in_app', 'email'] });
  expect(sent.status).toBe(201);
  const command = await sent.json();
  expect(command).toMatchObject({
    title: 'Dune is due',
    requested_by: { id: admin.id },
    type: 'SEND_IN_APP',
  });
  const { rows } = await database.sql.query<{ payload: unknown }>(
    `SELECT value::jsonb -> 'payload' AS payload FROM outbox_event WHERE topic = 'notification.commands'
       AND value::jsonb #>> '{payload,notification_id}' = $1`,
    [command.id],
  );
  expect(rows).toMatchObject([
    {
      payload: {
        recipient_user_id: admin.id,
        channels: ['in_app', 'email'],
        title: 'Dune is due',
        message: 'Bring it by Monday.',
        template_id: '',
      },
    },
  ]);
  const { rows: others } = await database.sql.query(
    `SELECT 1 FROM outbox_event WHERE topic = 'notification.commands' AND value::jsonb #>> '{payload,notification_id}' <> $1`,
    [command.id],
  );
  expect(others).toEqual([]);
});

it('a test that cannot be sent says why: a value, a channel, another reader', async () => {
  const wrong = async (body: object) => (await refusal(await testSend(body))).wrong;
  expect(await wrong({ channels: ['in_app'] })).toEqual(['values.book missing', 'values.day missing']);
  const values = { book: 'Dune', day: 'Monday' };
  expect(await wrong({ values, channels: ['sms'] })).toEqual(['channels missing']);
  expect(await wrong({ values, channels: [] })).toEqual(['channels too_small']);
  expect(await wrong({ values, channels: ['pigeon'] })).toEqual(['channels.0 invalid_value']);
  const strangers = { user_ids: [randomUUID()] };
  expect((await testSend({ values, channels: ['in_app'], target_details: strangers })).status).toBe(422);
});

it.each(['student', 'faculty'] as const)(
  'the domain lets no %s near, whatever a route says',
  async (role) => {
    const { sql } = database;
    const actor = { ...adminUser(), role };
    const by = { actor, correlationId: randomUUID(), id: template.id };
    const unitOfWork = createUnitOfWork(database, () => undefined);
    const given = { key: `mine-${role}`, locale: 'en' as const, title: 'Mine', body: '' };
    const page = { ...WHOLE_LIST, archived: false };
    for (const attempt of [
      () => listTemplates(sql, actor, page),
      () => readTemplate(sql, actor, template.id),
      () => createTemplate(unitOfWork, { ...by, template: given }),
      () => editTemplate(unitOfWork, { ...by, ifMatch: 1, text: given }),
      () => archiveTemplate(unitOfWork, { ...by, archived: true }),
      () => previewTemplate(sql, actor, { ...given, values: {} }),
      () => sendTest({ sql, unitOfWork }, { ...by, test: { values: {}, channels: ['in_app'] } }),
    ])
      await expect(attempt()).rejects.toMatchObject({ code: 'auth.forbidden' });
    expect(await readTemplate(sql, adminUser(), template.id)).toEqual(template);
  },
);

const adminUser = () => ({
  userId: admin.id,
  sessionId: admin.sessionId,
  name: 'Admin',
  email: 'admin@test.example',
  role: 'admin' as const,
  department: null,
  locale: null,
  timeZone: null,
  expiresAt: new Date(),
});
