import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { callRoute } from '@/tests/call-route';
import { createUser, type TestUser } from '@/tests/campus';
import { createCourseRow } from '@/tests/course-campus';
import { prepareWebServices } from '@/tests/web-services';

let database: Awaited<ReturnType<typeof prepareWebServices>>;
let courseId: string;
let asker: TestUser;
let mate: TestUser;
let outsider: TestUser;
let teacher: TestUser;
let otherTeacher: TestUser;
let admin: TestUser;

beforeAll(async () => {
  database = await prepareWebServices();
  const { sql } = database;
  asker = await createUser(sql, { role: 'student', name: 'Meera' });
  mate = await createUser(sql, { role: 'student', name: 'Ravi' });
  outsider = await createUser(sql, { role: 'student' });
  teacher = await createUser(sql, { role: 'faculty', name: 'Dr. Smith' });
  otherTeacher = await createUser(sql, { role: 'faculty' });
  admin = await createUser(sql, { role: 'admin' });
  ({ id: courseId } = await createCourseRow(sql, { capacity: 10, facultyId: teacher.id }));
  for (const { id } of [asker, mate]) await enroll(id);
});
afterAll(() => database.drop());

const enroll = (studentId: string) =>
  database.sql.query(
    `INSERT INTO enrollment (id, course_id, student_id, status) VALUES (gen_random_uuid(), $1, $2, 'enrolled')`,
    [courseId, studentId],
  );

/** Status and body of a request; what it says it was asked for stands in the name of the route. */
async function ask(
  user: TestUser,
  name: string,
  id: string,
  body?: unknown,
  more: Record<string, unknown> = {},
) {
  // What the guard against bursts counts was written long ago, for all but its own test.
  await age();
  const response = await callRoute(name, { cookie: user.cookie, id, body, ...more });
  const text = await response.text();
  return { status: response.status, body: text === '' ? null : JSON.parse(text) };
}
const age = () =>
  database.sql.query(
    `WITH posts AS (UPDATE forum_post SET created_at = created_at - interval '2 minutes'
       WHERE created_at > now() - interval '2 minutes')
     UPDATE forum_reply SET created_at = created_at - interval '2 minutes'
       WHERE created_at > now() - interval '2 minutes'`,
  );

const begin = async (user = asker, more: object = {}): Promise<string> =>
  (await ask(user, 'POST /api/courses/[id]/forum', courseId, { title: 'Why?', content: 'Tell me', ...more }))
    .body.id;
const reply = async (user: TestUser, postId: string, more: object = {}) =>
  (await ask(user, 'POST /api/forum/posts/[id]/replies', postId, { content: 'Because', ...more })).body;
const read = (user: TestUser, postId: string) => ask(user, 'GET /api/forum/posts/[id]', postId);
const replies = async (user: TestUser, postId: string) =>
  (await ask(user, 'GET /api/forum/posts/[id]/replies', postId)).body.items;
const list = async (user: TestUser, query = '') =>
  (await ask(user, 'GET /api/courses/[id]/forum', courseId, undefined, { query })).body.items;
const ids = (items: { id: string }[]) => items.map(({ id }) => id);
const version = (number: number) => ({ headers: { 'if-match': `"v${number}"` } });

/** Who has been told since, by the title of what they were told. */
async function toldSince(mark: number): Promise<string[]> {
  const { rows } = await database.sql.query<{ ids: string[] }>(
    `SELECT value::jsonb->'payload'->'recipient_filter'->'user_ids' AS ids FROM outbox_event
     WHERE event_type = 'SEND_BULK' AND id > $1 ORDER BY id`,
    [mark],
  );
  return rows.flatMap((row) => row.ids).sort();
}
const markNow = async () =>
  (await database.sql.query<{ max: number }>('SELECT coalesce(max(id), 0)::int AS max FROM outbox_event'))
    .rows[0]?.max ?? 0;

describe('who is in the forum', () => {
  it('is whoever sits in the course, teaches it or administers; for others it is not there', async () => {
    const id = await begin();
    for (const user of [asker, mate, teacher, admin]) expect((await read(user, id)).status).toBe(200);
    for (const user of [outsider, otherTeacher]) {
      expect((await read(user, id)).status).toBe(404);
      expect((await ask(user, 'GET /api/courses/[id]/forum', courseId)).status).toBe(404);
      expect((await ask(user, 'POST /api/forum/posts/[id]/replies', id, { content: 'x' })).status).toBe(404);
      expect((await ask(user, 'POST /api/forum/posts/[id]/read', id, { seq: 1 })).status).toBe(404);
      expect((await ask(user, 'POST /api/forum/posts/[id]/report', id, { reason: 'x' })).status).toBe(404);
    }
  });

  it('ends with the seat', async () => {
    const id = await begin(mate);
    await database.sql.query(`UPDATE enrollment SET status = 'dropped' WHERE student_id = $1`, [mate.id]);
    expect((await read(mate, id)).status).toBe(404);
    await database.sql.query(`UPDATE enrollment SET status = 'enrolled' WHERE student_id = $1`, [mate.id]);
    expect((await read(mate, id)).status).toBe(200);
  });
});

describe('threads', () => {
  it('are listed with what is pinned first, then the most lately active, page by page', async () => {
    const [first, second, third] = [await begin(), await begin(), await begin()];
    await reply(mate, first);
    await ask(teacher, 'POST /api/forum/posts/[id]/moderate', second, { pinned: true });
    const order = ids(await list(asker, '?limit=100'));
    expect(order.slice(0, 3)).toEqual([second, first, third]);
    const paged: string[] = [];
    let cursor = '';
    do {
      const page = await ask(asker, 'GET /api/courses/[id]/forum', courseId, undefined, {
        query: `?limit=2${cursor}`,
      });
      paged.push(...ids(page.body.items));
      cursor = page.body.next_cursor ? `&cursor=${page.body.next_cursor}` : '';
    } while (cursor !== '');
    expect(paged).toEqual(order);
    await ask(teacher, 'POST /api/forum/posts/[id]/moderate', second, { pinned: false });
  });

  it('are found by words of title, text and replies, by tag, and by what the reader has to do with them', async () => {
    const id = await begin(asker, {
      title: 'About 100%',
      content: 'xylophone',
      tags: ['Week-6', 'week-6', 'exam'],
    });
    const other = await begin(mate);
    await reply(teacher, id, { content: 'a zyzzyva' });
    expect(ids(await list(mate, '?query=100%25'))).toEqual([id]);
    expect(ids(await list(mate, '?query=XYLO'))).toEqual([id]);
    expect(ids(await list(mate, '?query=zyzzyva'))).toEqual([id]);
    expect(ids(await list(mate, '?tag=WEEK-6'))).toEqual([id]);
    expect((await read(mate, id)).body.tags).toEqual(['week-6', 'exam']);
    const mine = ids(await list(teacher, '?show=mine'));
    expect([mine.includes(id), mine.includes(other)]).toEqual([true, false]);
    const unanswered = ids(await list(teacher, '?show=unanswered'));
    expect([unanswered.includes(id), unanswered.includes(other)]).toEqual([false, true]);
    await ask(mate, 'POST /api/forum/posts/[id]/read', id, { seq: 1 });
    expect(ids(await list(mate, '?show=unread'))).not.toContain(id);
    expect(ids(await list(asker, '?show=unread'))).toContain(id);
    const { body } = await ask(mate, 'GET /api/courses/[id]/forum/summary', courseId);
    expect(body).toMatchObject({ may_moderate: false, level: 'normal' });
    expect(body.tags).toContainEqual({ tag: 'exam', count: 1 });
  });

  it('are edited by their author over the version that was seen', async () => {
    const id = await begin();
    const edit = (user: TestUser, seen: number) =>
      ask(user, 'PATCH /api/forum/posts/[id]', id, { title: 'How?' }, version(seen));
    expect((await edit(mate, 1)).status).toBe(403);
    expect((await edit(teacher, 1)).status).toBe(403);
    expect(await edit(asker, 1)).toMatchObject({ status: 200, body: { title: 'How?', version: 2 } });
    expect((await edit(asker, 1)).body).toMatchObject({
      code: 'precondition.failed',
      current: { version: 2 },
    });
    expect((await read(mate, id)).body.edited_at).not.toBeNull();
    expect((await ask(asker, 'PATCH /api/forum/posts/[id]', id, { title: 'x' })).status).toBe(428);
  });

  it('keep their place when they are deleted and somebody has answered', async () => {
    const [alone, answered] = [await begin(), await begin()];
    await reply(mate, answered);
    expect((await ask(teacher, 'DELETE /api/forum/posts/[id]', answered)).status).toBe(403);
    for (const id of [alone, answered])
      expect((await ask(asker, 'DELETE /api/forum/posts/[id]', id)).status).toBe(204);
    expect((await read(mate, alone)).status).toBe(404);
    const { body } = await read(mate, answered);
    expect([body.title, body.content, body.deleted_at === null]).toEqual(['', '', false]);
    expect(await replies(mate, answered)).toHaveLength(1);
    expect((await ask(mate, 'POST /api/forum/posts/[id]/replies', answered, { content: 'x' })).status).toBe(
      404,
    );
  });

  it('take no replies when they are locked, but from staff', async () => {
    const id = await begin();
    const lock = (user: TestUser, locked: boolean) =>
      ask(user, 'POST /api/forum/posts/[id]/moderate', id, { locked });
    expect((await lock(asker, true)).status).toBe(403);
    expect((await lock(teacher, true)).body.locked_at).not.toBeNull();
    expect((await read(asker, id)).body.may_reply).toBe(false);
    const refused = await ask(asker, 'POST /api/forum/posts/[id]/replies', id, { content: 'But' });
    expect([refused.status, refused.body.code]).toEqual([409, 'forum.locked']);
    expect((await reply(teacher, id)).seq).toBe(1);
    await lock(admin, false);
    expect((await reply(asker, id)).seq).toBe(2);
  });
});

describe('replies', () => {
  it('keep their order, also when many come at once, and each is written once under its key', async () => {
    const id = await begin();
    const writers = [asker, mate, teacher, admin, asker, mate];
    const answers = await Promise.all(
      writers.map((user, index) =>
        callRoute('POST /api/forum/posts/[id]/replies', {
          cookie: user.cookie,
          id,
          body: { content: `${index}` },
          headers: { 'idempotency-key': `reply-${index}-of-this-thread` },
        }),
      ),
    );
    expect(answers.map(({ status }) => status)).toEqual(writers.map(() => 201));
    const again = await callRoute('POST /api/forum/posts/[id]/replies', {
      cookie: asker.cookie,
      id,
      body: { content: '0' },
      headers: { 'idempotency-key': 'reply-0-of-this-thread' },
    });
    expect(await again.json()).toEqual(await answers[0]?.json());
    const seen: { seq: number }[] = await replies(mate, id);
    expect(seen.map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5, 6]);
    expect((await read(mate, id)).body.reply_count).toBe(6);
  });

  it('answer one another, in the same thread alone', async () => {
    const [id, other] = [await begin(), await begin()];
    const first = await reply(mate, id);
    expect((await reply(asker, id, { parent_id: first.id })).parent_id).toBe(first.id);
    for (const [thread, parent_id] of [
      [other, first.id],
      [id, randomUUID()],
    ]) {
      const refused = await ask(asker, 'POST /api/forum/posts/[id]/replies', thread, {
        content: 'x',
        parent_id,
      });
      expect([refused.status, refused.body.errors[0].field]).toEqual([422, 'parent_id']);
    }
  });

  it('are edited and deleted by their author; a place stays while it is answered', async () => {
    const id = await begin();
    const first = await reply(mate, id);
    const child = await reply(asker, id, { parent_id: first.id });
    expect(
      (await ask(asker, 'PATCH /api/forum/replies/[id]', first.id, { content: 'x' }, version(1))).status,
    ).toBe(403);
    const edited = await ask(
      mate,
      'PATCH /api/forum/replies/[id]',
      first.id,
      { content: 'Better' },
      version(1),
    );
    expect(edited.body).toMatchObject({ content: 'Better', version: 2 });
    expect((await ask(mate, 'DELETE /api/forum/replies/[id]', first.id, undefined, version(1))).status).toBe(
      412,
    );
    expect((await ask(mate, 'DELETE /api/forum/replies/[id]', first.id)).status).toBe(204);
    expect(await replies(teacher, id)).toMatchObject([{ id: first.id, content: '' }, { id: child.id }]);
    expect((await read(mate, id)).body.reply_count).toBe(1);
    expect((await ask(asker, 'DELETE /api/forum/replies/[id]', child.id)).status).toBe(204);
    expect(await replies(teacher, id)).toEqual([]);
  });

  it('are accepted by who asked or by staff, and no more when they are gone', async () => {
    const id = await begin();
    const answer = await reply(mate, id);
    const accept = (user: TestUser, reply_id: string | null) =>
      ask(user, 'POST /api/forum/posts/[id]/accept', id, { reply_id });
    expect((await accept(mate, answer.id)).status).toBe(403);
    expect((await accept(asker, randomUUID())).status).toBe(422);
    const mark = await markNow();
    expect((await accept(asker, answer.id)).body.accepted.id).toBe(answer.id);
    expect(await toldSince(mark)).toEqual([mate.id]);
    expect((await accept(teacher, null)).body.accepted).toBeNull();
    await accept(teacher, answer.id);
    await ask(teacher, 'POST /api/forum/replies/[id]/hide', answer.id, { hidden: true });
    expect((await read(asker, id)).body).toMatchObject({ accepted_id: null, reply_count: 0 });
  });
});

describe('what staff hide', () => {
  it('is read by them and its author alone, and said by no event', async () => {
    const id = await begin(asker, { title: 'Rude', content: 'Very rude words' });
    const answer = await reply(mate, id, { content: 'Ruder words' });
    expect((await ask(asker, 'POST /api/forum/replies/[id]/hide', answer.id, { hidden: true })).status).toBe(
      403,
    );
    const mark = await markNow();
    await ask(teacher, 'POST /api/forum/replies/[id]/hide', answer.id, { hidden: true });
    expect(await replies(asker, id)).toEqual([]);
    expect(await replies(mate, id)).toMatchObject([{ content: 'Ruder words' }]);
    await ask(teacher, 'POST /api/forum/posts/[id]/moderate', id, { hidden: true });
    expect((await read(mate, id)).status).toBe(404);
    expect(ids(await list(mate))).not.toContain(id);
    expect(ids(await list(mate, '?query=rude'))).not.toContain(id);
    expect((await read(asker, id)).body).toMatchObject({ title: 'Rude', hidden_at: expect.any(String) });
    expect((await read(teacher, id)).body.content).toBe('Very rude words');
    const { rows } = await database.sql.query<{ payload: unknown }>(
      'SELECT value AS payload FROM outbox_event WHERE id > $1',
      [mark],
    );
    expect(rows).toHaveLength(2);
    expect(JSON.stringify(rows)).not.toMatch(/very rude|ruder/i);
    const { rows: audit } = await database.sql.query(
      `SELECT 1 FROM audit_entry WHERE subject_id = ANY ($1) AND actor_id = $2`,
      [[id, answer.id], teacher.id],
    );
    expect(audit).toHaveLength(2);
    await ask(teacher, 'POST /api/forum/posts/[id]/moderate', id, { hidden: false });
    expect((await read(mate, id)).body.title).toBe('Rude');
  });
});

describe('who is told', () => {
  it('of a thread: who watches the course; of a reply: who takes part, or watches; never the writer or who has muted', async () => {
    const follow = (user: TestUser, level: string) =>
      ask(user, 'PUT /api/courses/[id]/forum/follow', courseId, { level });
    let mark = await markNow();
    const id = await begin();
    expect(await toldSince(mark)).toEqual([]);
    await follow(teacher, 'watching');
    await follow(asker, 'watching');
    mark = await markNow();
    await begin();
    expect(await toldSince(mark)).toEqual([teacher.id]);
    await follow(asker, 'normal');
    mark = await markNow();
    await reply(mate, id);
    expect(await toldSince(mark)).toEqual([asker.id, teacher.id].sort());
    await ask(teacher, 'PUT /api/forum/posts/[id]/follow', id, { level: 'muted' });
    await ask(admin, 'PUT /api/forum/posts/[id]/follow', id, { level: 'watching' });
    mark = await markNow();
    await reply(asker, id);
    expect(await toldSince(mark)).toEqual([mate.id, admin.id].sort());
    expect((await read(admin, id)).body.level).toBe('watching');
    await follow(mate, 'muted');
    await ask(admin, 'PUT /api/forum/posts/[id]/follow', id, { level: null });
    mark = await markNow();
    await reply(asker, id);
    expect(await toldSince(mark)).toEqual([]);
    for (const user of [teacher, asker, mate]) await follow(user, 'normal');
  });
});

describe('what is too much', () => {
  it('is more than ten a minute of one person; others are not affected', async () => {
    const id = await begin();
    const write = (user: TestUser) =>
      callRoute('POST /api/forum/posts/[id]/replies', { cookie: user.cookie, id, body: { content: 'x' } });
    const statuses = (await Promise.all(Array.from({ length: 14 }, () => write(mate)))).map(
      ({ status }) => status,
    );
    expect(statuses.filter((status) => status === 201)).toHaveLength(10);
    expect(statuses.filter((status) => status === 429)).toHaveLength(4);
    expect((await write(asker)).status).toBe(201);
    await age();
    expect((await write(mate)).status).toBe(201);
  });
});
