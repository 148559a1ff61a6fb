import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  ConversationDetail,
  FoundMessages,
  MessageList,
  MessageView,
} from '@/lib/contracts/http/conversation';
import { pruneMessageFiles } from '@/lib/domain/conversation/read-file';
import { tellWaiting } from '@/lib/domain/conversation/tell-waiting';
import { createUnitOfWork } from '@/lib/infra/outbox/unit-of-work';
import { callRoute } from '@/tests/call-route';
import { createUser, type TestUser } from '@/tests/campus';
import { prepareWebServices } from '@/tests/web-services';

let database: Awaited<ReturnType<typeof prepareWebServices>>;
let owner: TestUser;
let member: TestUser;
let late: TestUser;
let stranger: TestUser;

beforeAll(async () => {
  database = await prepareWebServices();
  const { sql } = database;
  owner = await createUser(sql, { role: 'faculty', name: 'Ow Ner' });
  member = await createUser(sql, { role: 'faculty', name: 'Mem Ber' });
  late = await createUser(sql, { role: 'faculty', name: 'La Te' });
  stranger = await createUser(sql, { role: 'admin', name: 'Stran Ger' });
});
afterAll(() => database.drop());

const as = async (who: TestUser, name: string, options: Parameters<typeof callRoute>[1] = {}) => {
  const response = await callRoute(name, { cookie: who.cookie, ...options });
  const text = await response.text();
  const isJson = response.headers.get('content-type')?.includes('json');
  return { status: response.status, body: isJson ? JSON.parse(text) : text, headers: response.headers };
};
const group = async (title = 'Group') =>
  ConversationDetail.parse(
    (
      await as(owner, 'POST /api/conversations', {
        body: { type: 'group', title, user_ids: [member.id] },
      })
    ).body,
  );
const send = (who: TestUser, id: string, given: object = {}) =>
  as(who, 'POST /api/conversations/[id]/messages', {
    id,
    body: { client_id: randomUUID(), text: 'Hello', ...given },
  });
const sent = async (who: TestUser, id: string, given: object = {}) =>
  MessageView.parse((await send(who, id, given)).body);
const read = async (who: TestUser, id: string) =>
  MessageList.parse((await as(who, 'GET /api/conversations/[id]/messages', { id })).body).items;
const detail = (who: TestUser, id: string) => as(who, 'GET /api/conversations/[id]', { id });
const found = async (who: TestUser, query: string) =>
  FoundMessages.parse(
    (await as(who, 'GET /api/message-search', { query: `?query=${query}` })).body,
  ).items.map(({ text }) => text);
const ofMessage = (id: string, messageId: string, body: object) => ({ id, params: { messageId }, body });
const DELETE_MESSAGE = 'POST /api/conversations/[id]/messages/[messageId]/delete';
const EDIT = 'PATCH /api/conversations/[id]/messages/[messageId]';

describe('a message', () => {
  it('is edited by its sender alone, and what it said is kept', async () => {
    const { id } = await group();
    const first = await sent(owner, id, { text: 'Frist' });
    const answer = await sent(member, id, { text: 'Typo', reply_to_id: first.id });
    expect(answer.reply_to).toMatchObject({ sender_name: 'Ow Ner', text: 'Frist' });
    const refused = await as(member, EDIT, ofMessage(id, first.id, { text: 'Mine' }));
    expect([refused.status, refused.body.code]).toEqual([403, 'auth.forbidden']);
    const edited = await as(owner, EDIT, ofMessage(id, first.id, { text: 'First' }));
    expect(edited.body).toMatchObject({ text: 'First', revision: 2, seq: 1 });
    expect((await read(member, id)).map(({ text, reply_to }) => [text, reply_to?.text])).toEqual([
      ['First', undefined],
      ['Typo', 'First'],
    ]);
    const { rows } = await database.sql.query('SELECT text FROM message_edit WHERE message_id = $1', [
      first.id,
    ]);
    expect(rows).toEqual([{ text: 'Frist' }]);
  });

  it('is told of as it reads now only to those who read it', async () => {
    const { id } = await group();
    const first = await sent(owner, id, { text: 'Old' });
    await as(owner, 'POST /api/conversations/[id]/members', { id, body: { user_ids: [late.id] } });
    const second = await sent(owner, id, { text: 'New' });
    await as(late, DELETE_MESSAGE, ofMessage(id, second.id, { for_everyone: false }));
    const third = await sent(owner, id, { text: 'Newer' });
    for (const message of [first, second, third])
      await as(owner, EDIT, ofMessage(id, message.id, { text: `${message.text} words` }));
    const { rows } = await database.sql.query<{ text: string; told: string[] }>(
      `SELECT value::jsonb->'payload'->>'message_text' AS text, value::jsonb->'payload'->'recipient_ids' AS told
       FROM outbox_event WHERE event_type = 'MESSAGE_SENT' AND value::jsonb->'payload'->>'conversation_id' = $1
         AND value::jsonb->'payload'->>'revision' = '2' ORDER BY id`,
      [id],
    );
    expect(rows).toEqual([
      { text: 'Old words', told: [member.id] },
      { text: 'New words', told: [member.id] },
      { text: 'Newer words', told: [member.id, late.id].sort() },
    ]);
  });

  it('is deleted for everybody by its sender or an owner: its place stays, its words are gone everywhere', async () => {
    const { id } = await group();
    const words = `secret${Date.now()}`;
    const first = await sent(member, id, { text: words });
    await sent(owner, id, { text: 'About it', reply_to_id: first.id });
    const foreign = await sent(owner, id, { text: 'Not yours' });
    expect((await as(member, DELETE_MESSAGE, ofMessage(id, foreign.id, { for_everyone: true }))).status).toBe(
      403,
    );
    for (let time = 0; time < 2; time += 1)
      expect((await as(owner, DELETE_MESSAGE, ofMessage(id, first.id, { for_everyone: true }))).status).toBe(
        204,
      );
    const [deleted, answer] = await read(member, id);
    expect(deleted).toMatchObject({ text: '', seq: 1 });
    expect(deleted?.deleted_at).not.toBeNull();
    expect(answer?.reply_to).toBeNull();
    expect(await found(member, words)).toEqual([]);
    const again = await as(member, EDIT, ofMessage(id, first.id, { text: 'Back' }));
    expect([again.status, again.body.code]).toEqual([409, 'conversation.message_deleted']);
  });

  it('is deleted from one view alone', async () => {
    const { id } = await group();
    const first = await sent(owner, id, { text: 'Unwanted' });
    await as(member, DELETE_MESSAGE, ofMessage(id, first.id, { for_everyone: false }));
    expect(await read(member, id)).toEqual([]);
    expect(await read(owner, id)).toHaveLength(1);
  });

  it('is reported once by each, by those who can read it', async () => {
    const { id } = await group();
    const first = await sent(owner, id, { text: 'Rude' });
    const REPORT = 'POST /api/conversations/[id]/messages/[messageId]/report';
    const report = (who: TestUser) => as(who, REPORT, ofMessage(id, first.id, { reason: 'Rude' }));
    expect([(await report(member)).status, (await report(member)).status]).toEqual([204, 204]);
    expect((await report(stranger)).status).toBe(404);
    const { rows } = await database.sql.query('SELECT excerpt FROM content_report WHERE subject_id = $1', [
      first.id,
    ]);
    expect(rows).toEqual([{ excerpt: 'Rude' }]);
  });
});

describe('the members of a group', () => {
  it('who comes reads what is sent from then on; who goes reads nothing, and writes nothing', async () => {
    const { id } = await group();
    const before = await sent(owner, id, { text: 'Before' });
    const add = (who: TestUser) =>
      as(who, 'POST /api/conversations/[id]/members', { id, body: { user_ids: [late.id] } });
    expect((await add(member)).status).toBe(403);
    expect((await add(owner)).body.member_count).toBe(3);
    expect(await read(late, id)).toEqual([]);
    await sent(owner, id, { text: 'After' });
    expect((await read(late, id)).map(({ text }) => text)).toEqual(['After']);
    expect((await send(late, id, { reply_to_id: before.id })).status).toBe(422);
    expect(await found(late, 'Before')).toEqual([]);

    const remove = (who: TestUser, userId: string) =>
      as(who, 'DELETE /api/conversations/[id]/members/[userId]', { id, params: { userId } });
    expect((await remove(member, late.id)).status).toBe(403);
    expect((await remove(owner, late.id)).body.member_count).toBe(2);
    expect((await detail(late, id)).status).toBe(404);
    expect((await send(late, id)).status).toBe(404);
    expect(await found(late, 'After')).toEqual([]);

    expect((await as(member, 'POST /api/conversations/[id]/leave', { id })).status).toBe(204);
    expect((await send(member, id)).status).toBe(404);
    const { rows } = await database.sql.query('SELECT 1 FROM message WHERE conversation_id = $1', [id]);
    expect(rows).toHaveLength(2);
  });

  it('when the last owner goes, somebody else owns it', async () => {
    const { id } = await group();
    await as(owner, 'POST /api/conversations/[id]/leave', { id });
    expect((await detail(member, id)).body.may_manage).toBe(true);
  });

  it('of a direct one are fixed', async () => {
    const started = await as(owner, 'POST /api/conversations', {
      body: { type: 'direct', user_id: member.id },
    });
    const { id } = started.body;
    for (const [name, options] of [
      ['POST /api/conversations/[id]/leave', {}],
      ['POST /api/conversations/[id]/members', { body: { user_ids: [late.id] } }],
    ] as const)
      expect((await as(owner, name, { id, ...options })).body.code).toBe('conversation.fixed_members');
  });
});

it('is named by its owners, each edit of the version they have seen', async () => {
  const { id, version } = await group();
  const name = (who: TestUser, title: string, tag: string) =>
    as(who, 'PATCH /api/conversations/[id]', { id, body: { title }, headers: { 'if-match': tag } });
  expect((await name(member, 'Mine', `"v${version}"`)).status).toBe(403);
  expect((await name(owner, 'Named', `"v${version}"`)).body.title).toBe('Named');
  expect((await name(owner, 'Late', `"v${version}"`)).status).toBe(412);
});

it('is muted, put away and marked unread by each for themselves, and comes back with the next message', async () => {
  const { id } = await group();
  const message = await sent(owner, id);
  await as(member, 'POST /api/conversations/[id]/read', { id, body: { seq: message.seq } });
  const unread = async () => (await as(member, 'GET /api/conversations/unread-count')).body.unread_count;
  const before = await unread();
  await as(member, 'POST /api/conversations/[id]/unread', { id });
  expect(await unread()).toBe(before + 1);
  expect((await detail(owner, id)).body.read_marks).toMatchObject([{ seq: message.seq }]);
  await as(member, 'POST /api/conversations/[id]/mute', { id, body: { muted: true } });
  expect(await unread()).toBe(before);
  await as(member, 'POST /api/conversations/[id]/mute', { id, body: { muted: false } });
  await as(member, 'POST /api/conversations/[id]/archive', { id, body: { archived: true } });
  expect(await unread()).toBe(before);
  await sent(owner, id);
  expect((await detail(member, id)).body.archived_at).toBeNull();
  expect((await detail(owner, id)).body.muted_at).toBeNull();
});

it('who hides how far they have read sees it of nobody', async () => {
  const { id } = await group();
  const message = await sent(owner, id);
  await as(member, 'POST /api/conversations/[id]/read', { id, body: { seq: message.seq } });
  const marks = async (who: TestUser) => (await detail(who, id)).body.read_marks.length;
  expect(await marks(owner)).toBe(1);
  expect((await as(member, 'PATCH /api/me/messaging', { body: { receipts: false } })).body).toEqual({
    ...{ receipts: false, typing: true, presence: true },
  });
  expect(await marks(owner)).toBe(0);
  await as(owner, 'POST /api/conversations/[id]/read', { id, body: { seq: message.seq } });
  expect(await marks(member)).toBe(0);
  await as(member, 'PATCH /api/me/messaging', { body: { receipts: true } });
});

describe('a file', () => {
  const PNG =
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
  const handIn = (who: TestUser, id: string, name: string, content: string) =>
    as(who, 'POST /api/conversations/[id]/files', { id, body: { name, content } });
  const base64 = (text: string) => Buffer.from(text).toString('base64');
  const fetchFile = (who: TestUser, id: string, fileId: string) =>
    as(who, 'GET /api/conversations/[id]/files/[fileId]', { id, params: { fileId } });

  it('is its owner’s alone until it is sent, then of those who read the message', async () => {
    const { id } = await group();
    const handed = await handIn(owner, id, '../../a\u202Egnp.exe', PNG);
    expect(handed.body).toMatchObject({ name: 'agnp.png', media_type: 'image/png' });
    const fileId = handed.body.id;
    expect((await fetchFile(owner, id, fileId)).status).toBe(200);
    expect((await fetchFile(member, id, fileId)).status).toBe(404);
    expect((await send(member, id, { file_id: fileId })).status).toBe(422);
    const message = await sent(owner, id, { text: '', file_id: fileId });
    expect([message.type, message.file?.id]).toEqual(['image', fileId]);
    const got = await fetchFile(member, id, fileId);
    expect([got.status, got.headers.get('content-type'), got.headers.get('x-content-type-options')]).toEqual([
      200,
      'image/png',
      'nosniff',
    ]);
    expect(got.headers.get('content-disposition')).toMatch(/^attachment/);
    expect((await fetchFile(stranger, id, fileId)).status).toBe(404);
    expect((await send(owner, id, { file_id: fileId })).status).toBe(422);
    await as(owner, DELETE_MESSAGE, ofMessage(id, message.id, { for_everyone: true }));
    expect((await fetchFile(member, id, fileId)).status).toBe(404);
  });

  it.each([
    [
      'a page that says it is a picture',
      'x.png',
      base64('<html><script>alert(1)</script>'),
      'text/plain',
      'x.txt',
    ],
    ['text', 'notes.md', base64('# Notes'), 'text/plain', 'notes.md'],
  ])('%s is what its content says', async (_what, name, content, type, kept) => {
    const { id } = await group();
    expect((await handIn(owner, id, name, content)).body).toMatchObject({ media_type: type, name: kept });
  });

  it.each([
    ['a program', Buffer.from('7f454c4602010100000000000000000002003e0001000000', 'hex').toString('base64')],
    ['something with a null character', base64('a\u0000b')],
    ['nothing', ''],
    ['more than is taken', Buffer.alloc(5 * 1024 * 1024 + 1, 'a').toString('base64')],
  ])('%s is refused', async (_what, content) => {
    const { id } = await group();
    const answer = await handIn(owner, id, 'x.txt', content);
    expect([answer.status, answer.body.code, answer.body.errors[0].field]).toEqual([
      422,
      'request.invalid',
      'content',
    ]);
  });

  it('that was never sent goes after a day', async () => {
    const { id } = await group();
    const fileId = (await handIn(owner, id, 'x.txt', base64('old'))).body.id;
    await pruneMessageFiles(database.sql);
    expect((await fetchFile(owner, id, fileId)).status).toBe(200);
    await database.sql.query(
      `UPDATE message_file SET created_at = now() - interval '25 hours' WHERE id = $1`,
      [fileId],
    );
    await pruneMessageFiles(database.sql);
    expect((await fetchFile(owner, id, fileId)).status).toBe(404);
  });
});

it('whoever has not looked for a while is told once, a mention at once', async () => {
  const { id } = await group('Told');
  const unitOfWork = createUnitOfWork(database, () => undefined);
  const run = async () => {
    while (await unitOfWork.run({ correlationId: '' }, tellWaiting));
  };
  await run();
  const told = async () => {
    const { rows } = await database.sql.query<{ title: string; users: string[] }>(
      `SELECT value::jsonb->'payload'->>'title' AS title, value::jsonb->'payload'->'recipient_filter'->'user_ids' AS users
       FROM outbox_event WHERE event_type = 'SEND_BULK' AND value LIKE '%/messages/' || $1 || '%' ORDER BY id`,
      [id],
    );
    return rows.map(({ title, users }) => `${title}: ${users.length}`);
  };
  await sent(owner, id);
  await run();
  expect(await told()).toEqual([]);
  const age = () =>
    database.sql.query(
      `UPDATE message SET sent_at = now() - interval '1 minute' WHERE conversation_id = $1`,
      [id],
    );
  await sent(owner, id);
  const unwanted = await sent(owner, id, { text: 'Unwanted' });
  await as(member, DELETE_MESSAGE, ofMessage(id, unwanted.id, { for_everyone: false }));
  await age();
  await run();
  await run();
  expect(await told()).toEqual(['2 new messages in Told: 1']);
  await sent(owner, id, { text: 'You there?', mentioned_ids: [member.id] });
  expect(await told()).toEqual(['2 new messages in Told: 1', 'Ow Ner mentioned you in Told: 1']);
  await as(member, 'POST /api/conversations/[id]/read', { id, body: { seq: 4 } });
  await as(member, 'POST /api/conversations/[id]/mute', { id, body: { muted: true } });
  await sent(owner, id, { mentioned_ids: [member.id] });
  await age();
  await run();
  expect(await told()).toHaveLength(2);
});
