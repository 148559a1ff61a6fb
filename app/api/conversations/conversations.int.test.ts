import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  ConversationDetail,
  ConversationList,
  MessageList,
  MessageView,
} from '@/lib/contracts/http/conversation';
import { callRoute } from '@/tests/call-route';
import { createDepartment, createUser, type TestUser } from '@/tests/campus';
import { createCourseRow } from '@/tests/course-campus';
import { prepareWebServices } from '@/tests/web-services';

let database: Awaited<ReturnType<typeof prepareWebServices>>;
let teacher: TestUser;
let mate: TestUser;
let student: TestUser;
let stranger: TestUser;
let admin: TestUser;
let courseId = '';

beforeAll(async () => {
  database = await prepareWebServices();
  const { sql } = database;
  const departmentId = await createDepartment(sql, 'CS');
  teacher = await createUser(sql, { role: 'faculty', name: 'Tea Cher' });
  student = await createUser(sql, { role: 'student', departmentId, name: 'Stu Dent' });
  mate = await createUser(sql, { role: 'student', departmentId, name: 'Ma Te' });
  stranger = await createUser(sql, { role: 'student', name: 'Stran Ger' });
  admin = await createUser(sql, { role: 'admin' });
  courseId = (await createCourseRow(sql, { capacity: 20, facultyId: teacher.id })).id;
  for (const { id } of [student, mate]) await enroll(id);
});
afterAll(() => database.drop());

const enroll = (userId: string) =>
  database.sql.query(
    `INSERT INTO enrollment (id, course_id, student_id, status) VALUES (gen_random_uuid(), $1, $2, 'enrolled')`,
    [courseId, userId],
  );
const as = async (who: TestUser, name: string, options: Parameters<typeof callRoute>[1] = {}) => {
  const response = await callRoute(name, { cookie: who.cookie, ...options });
  const text = await response.text();
  return { status: response.status, body: text === '' ? null : JSON.parse(text), headers: response.headers };
};
const start = async (who: TestUser, body: object) =>
  ConversationDetail.parse((await as(who, 'POST /api/conversations', { body })).body);
const direct = (who: TestUser, other: TestUser) => start(who, { type: 'direct', user_id: other.id });
const send = (who: TestUser, id: string, given: object = {}) =>
  as(who, 'POST /api/conversations/[id]/messages', {
    id,
    body: { client_id: randomUUID(), text: 'Hello', ...given },
  });
const sent = async (who: TestUser, id: string, given: object = {}) =>
  MessageView.parse((await send(who, id, given)).body);
const messages = async (who: TestUser, id: string, query = '') =>
  MessageList.parse((await as(who, 'GET /api/conversations/[id]/messages', { id, query })).body);
const list = async (who: TestUser, query = '') =>
  ConversationList.parse((await as(who, 'GET /api/conversations', { query })).body).items;

describe('who may write whom', () => {
  it.each<[string, () => [TestUser, TestUser], number]>([
    ['course-mates', () => [student, mate], 201],
    ['a student and who teaches them', () => [student, teacher], 201],
    ['somebody who teaches them and a student', () => [teacher, student], 201],
    ['a student and an administrator', () => [stranger, admin], 201],
    ['students with no course in common', () => [student, stranger], 403],
    ['faculty and a student of others', () => [teacher, stranger], 403],
    ['an administrator and anybody', () => [admin, mate], 201],
    ['oneself', () => [student, student], 403],
  ])('%s', async (_who, people, status) => {
    const [from, to] = people();
    const { body, status: got } = await as(from, 'POST /api/conversations', {
      body: { type: 'direct', user_id: to.id },
    });
    expect(got).toBe(status);
    if (status === 403) {
      expect([body.code, body.errors[0].field]).toEqual(['conversation.not_allowed', 'user_id']);
    }
  });

  it('as the university has it', async () => {
    const scope = (messaging_scope: string) =>
      as(admin, 'PATCH /api/settings', { body: { messaging_scope } });
    const found = async () =>
      (await as(student, 'GET /api/message-recipients', { query: '?query=te' })).body.items.map(
        ({ name, reason }: { name: string; reason: string }) => `${name}: ${reason}`,
      );
    const strangers = async () =>
      (await as(student, 'GET /api/message-recipients', { query: '?query=stran' })).body.items.length;
    expect(await found()).toEqual(['Tea Cher: own_faculty', 'Ma Te: course_mate']);
    expect(await strangers()).toBe(0);
    await scope('staff_only');
    expect(await found()).toEqual(['Tea Cher: own_faculty']);
    await scope('everyone');
    expect(await strangers()).toBe(1);
    await scope('course_mates');
  });
});

describe('a direct conversation', () => {
  it('is one for each pair, whoever asks, and also when both do at once', async () => {
    const [first, second] = await Promise.all([direct(student, teacher), direct(teacher, student)]);
    expect(second.id).toBe(first.id);
    expect([first.title, second.title]).toEqual(['Tea Cher', 'Stu Dent']);
  });

  it('numbers messages without gaps when many are sent at once, and sends one once', async () => {
    const { id } = await direct(student, mate);
    const client_id = randomUUID();
    const answers = await Promise.all([
      ...Array.from({ length: 10 }, () => send(student, id)),
      ...Array.from({ length: 5 }, () => send(mate, id, { client_id, text: 'Once' })),
    ]);
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201]));
    const { items } = await messages(student, id);
    expect(items.map(({ seq }) => seq)).toEqual(Array.from({ length: 11 }, (_, index) => index + 1));
    expect(items.filter(({ text }) => text === 'Once')).toHaveLength(1);
    const other = await direct(student, teacher);
    const reused = await send(student, other.id, {
      client_id: items.find(({ sender }) => sender.id === student.id)?.client_id,
    });
    expect([reused.status, reused.body.errors[0].field]).toEqual([422, 'client_id']);
  });

  it('counts what the other has not read, and what is read stays read', async () => {
    const { id } = await direct(student, mate);
    const before = (await list(mate)).find((each) => each.id === id);
    await sent(student, id, { text: 'New to you', mentioned_ids: [mate.id] });
    const row = (await list(mate)).find((each) => each.id === id);
    expect(row).toMatchObject({
      unread_count: (before?.unread_count ?? 0) + 1,
      is_mentioned: true,
      last_message: { text: 'New to you' },
    });
    const waiting = (await as(mate, 'GET /api/conversations/unread-count')).body.unread_count;
    const read = (seq: number) => as(mate, 'POST /api/conversations/[id]/read', { id, body: { seq } });
    expect((await read(row?.last_seq ?? 0)).body.seq).toBe(row?.last_seq);
    expect((await read(1)).body.seq).toBe(row?.last_seq);
    expect((await read(1_000_000)).body.seq).toBe(row?.last_seq);
    expect((await as(mate, 'GET /api/conversations/unread-count')).body.unread_count).toBe(waiting - 1);
    const seen = ConversationDetail.parse((await as(student, 'GET /api/conversations/[id]', { id })).body);
    expect(seen.read_marks).toMatchObject([{ user_id: mate.id, seq: row?.last_seq }]);
  });

  it('pages back and forth', async () => {
    const { id } = await direct(student, mate);
    const all = (await messages(student, id, '?limit=100')).items.map(({ seq }) => seq);
    const newest = await messages(student, id, '?limit=3');
    expect(newest.items.map(({ seq }) => seq)).toEqual(all.slice(-3));
    expect([newest.has_earlier, newest.has_later]).toEqual([true, false]);
    const earlier = await messages(student, id, `?limit=3&before=${newest.items[0]?.seq}`);
    expect(earlier.items.map(({ seq }) => seq)).toEqual(all.slice(-6, -3));
    const later = await messages(student, id, `?limit=100&after=${earlier.items.at(-1)?.seq}`);
    expect(later.items.map(({ seq }) => seq)).toEqual(all.slice(-3));
  });

  it('takes no message for somebody whose account is not in use', async () => {
    const gone = await createUser(database.sql, { role: 'faculty' });
    const { id } = await direct(student, gone);
    await database.sql.query(`UPDATE app_user SET status = 'suspended' WHERE id = $1`, [gone.id]);
    const answer = await send(student, id);
    expect([answer.status, answer.body.code]).toEqual([409, 'conversation.partner_gone']);
    expect((await list(student)).find((each) => each.id === id)?.may_write).toBe(false);
  });
});

describe('nobody reads what they are not in', () => {
  it('by any route', async () => {
    const { id } = await direct(student, mate);
    for (const who of [stranger, teacher, admin]) {
      expect((await as(who, 'GET /api/conversations/[id]', { id })).status).toBe(404);
      expect((await as(who, 'GET /api/conversations/[id]/messages', { id })).status).toBe(404);
      expect((await send(who, id)).status).toBe(404);
      expect((await as(who, 'POST /api/conversations/[id]/read', { id, body: { seq: 1 } })).status).toBe(404);
      expect((await list(who)).map((each) => each.id)).not.toContain(id);
    }
  });

  it('nor a course one has left, from that moment', async () => {
    const started = await start(teacher, { type: 'course', course_id: courseId });
    expect(started.member_count).toBe(3);
    const { id } = started;
    await sent(teacher, id, { text: 'Of the course' });
    expect((await messages(student, id)).items).toHaveLength(1);
    await database.sql.query(`UPDATE enrollment SET status = 'dropped' WHERE student_id = $1`, [student.id]);
    expect((await as(student, 'GET /api/conversations/[id]', { id })).status).toBe(404);
    expect((await as(student, 'GET /api/conversations/[id]/messages', { id })).status).toBe(404);
    expect((await send(student, id)).status).toBe(404);
    expect((await list(student)).map((each) => each.id)).not.toContain(id);
    await database.sql.query(`UPDATE enrollment SET status = 'enrolled' WHERE student_id = $1`, [student.id]);
  });

  it('and only who teaches a course starts its conversation', async () => {
    for (const who of [student, admin, stranger])
      expect(
        (await as(who, 'POST /api/conversations', { body: { type: 'course', course_id: courseId } })).status,
      ).toBe(404);
  });
});

describe('bad input', () => {
  it.each([
    ['nothing said', { text: '  ' }, 'text'],
    ['too much', { text: 'x'.repeat(8_001) }, 'text'],
    ['no client id', { client_id: 'x' }, 'client_id'],
    ['a null character', { text: 'a\u0000b' }, 'text'],
    ['an unknown answer', { reply_to_id: randomUUID() }, 'reply_to_id'],
    ['somebody who is not in it', { mentioned_ids: [randomUUID()] }, 'mentioned_ids.0'],
    ['an unknown file', { file_id: randomUUID() }, 'file_id'],
    ['another field', { seq: 7 }, ''],
  ])('%s', async (_what, given, field) => {
    const { id } = await direct(student, mate);
    const before = (await messages(student, id)).items.at(-1)?.seq;
    const answer = await send(student, id, given);
    expect([answer.status, answer.body.code, answer.body.errors[0].field]).toEqual([
      422,
      'request.invalid',
      field,
    ]);
    expect((await messages(student, id)).items.at(-1)?.seq).toBe(before);
  });

  it.each(['not-a-uuid', '%00', '💥'])('an id that is none: %s', async (id) => {
    for (const name of ['GET /api/conversations/[id]', 'GET /api/conversations/[id]/messages'])
      expect((await as(student, name, { id })).status).toBe(404);
    expect((await send(student, id)).status).toBe(404);
  });

  it.each(['?before=2&after=1', '?before=3000000000', '?after=3000000000', '?before=0', '?limit=0'])(
    'a place or a number that cannot be: %s',
    async (query) => {
      const { id } = await direct(student, mate);
      const answer = await as(student, 'GET /api/conversations/[id]/messages', { id, query });
      expect([answer.status, answer.body.code]).toEqual([422, 'request.invalid']);
    },
  );
});

it('a flood of one sender is stopped, and nobody else is', async () => {
  const loud = await createUser(database.sql, { role: 'admin' });
  const { id } = await direct(loud, teacher);
  const statuses = [];
  for (let count = 0; count < 61; count += 1) statuses.push(await send(loud, id));
  const last = statuses.at(-1);
  expect([last?.status, last?.body.code]).toEqual([429, 'rate.limited']);
  expect(Number(last?.headers.get('retry-after'))).toBeGreaterThan(0);
  expect((await send(teacher, id)).status).toBe(201);
});
