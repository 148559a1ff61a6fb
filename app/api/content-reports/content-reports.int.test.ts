import { afterAll, beforeAll, expect, it } from 'vitest';
import { callRoute } from '@/tests/call-route';
import { createUser, type TestUser } from '@/tests/campus';
import { createCourseRow } from '@/tests/course-campus';
import { prepareWebServices } from '@/tests/web-services';

let database: Awaited<ReturnType<typeof prepareWebServices>>;
let courseId: string;
let author: TestUser;
let reporter: TestUser;
let teacher: TestUser;
let otherTeacher: TestUser;
let admin: TestUser;

beforeAll(async () => {
  database = await prepareWebServices();
  const { sql } = database;
  author = await createUser(sql, { role: 'student', name: 'Loud' });
  reporter = await createUser(sql, { role: 'student', name: 'Quiet' });
  teacher = await createUser(sql, { role: 'faculty' });
  otherTeacher = await createUser(sql, { role: 'faculty' });
  admin = await createUser(sql, { role: 'admin' });
  ({ id: courseId } = await createCourseRow(sql, { capacity: 10, facultyId: teacher.id }));
  for (const { id } of [author, reporter])
    await sql.query(
      `INSERT INTO enrollment (id, course_id, student_id, status) VALUES (gen_random_uuid(), $1, $2, 'enrolled')`,
      [courseId, id],
    );
});
afterAll(() => database.drop());

async function ask(user: TestUser, name: string, id?: string, body?: unknown) {
  const response = await callRoute(name, {
    cookie: user.cookie,
    ...(id === undefined ? {} : { id }),
    ...(body === undefined ? {} : { body }),
  });
  const text = await response.text();
  return { status: response.status, body: text === '' ? null : JSON.parse(text) };
}
const listed = async (user: TestUser, query = '?open=true') => {
  const response = await callRoute('GET /api/content-reports', { cookie: user.cookie, query });
  return (await response.json()).items;
};
const post = async (user = author, content = 'Shouting') =>
  (await ask(user, 'POST /api/courses/[id]/forum', courseId, { title: 'Hey', content })).body.id;
const report = (user: TestUser, id: string, reason = 'Too loud') =>
  ask(user, 'POST /api/forum/posts/[id]/report', id, { reason });
const decide = (user: TestUser, id: string, body: object) =>
  ask(user, 'POST /api/content-reports/[id]/decide', id, body);

/** Who was told under this action, all of them. */
async function toldOf(kind: string, actionUrl: string): Promise<string[]> {
  const { rows } = await database.sql.query<{ ids: string[] }>(
    `SELECT body #> '{payload,recipient_filter,user_ids}' AS ids
     FROM (SELECT id, value::jsonb AS body FROM outbox_event WHERE event_type = 'SEND_BULK') AS sent
     WHERE body #>> '{payload,notification_type}' = $1 AND body #>> '{payload,action_url}' = $2 ORDER BY id`,
    [kind, actionUrl],
  );
  return rows.flatMap((row) => row.ids).sort();
}

it('is made once by each reader of what others said, and told once to those who moderate', async () => {
  const id = await post();
  expect((await report(author, id)).body.code).toBe('content_report.own');
  expect((await report(otherTeacher, id)).status).toBe(404);
  for (const reason of ['Too loud', 'Still too loud'])
    expect((await report(reporter, id, reason)).status).toBe(204);
  await report(teacher, id, 'Indeed');
  const [second, first, ...rest] = await listed(admin);
  expect(rest).toEqual([]);
  expect(first).toMatchObject({
    subject_kind: 'forum_post',
    excerpt: 'Hey\n\nShouting',
    reason: 'Too loud',
    author: { name: 'Loud' },
    reporter: { name: 'Quiet' },
    context_url: `/courses/${courseId}/discussion/${id}`,
  });
  expect(second.reason).toBe('Indeed');
  expect(await toldOf('moderation', '/admin/reports')).toEqual([teacher.id, admin.id].sort());
});

it('is decided by administrators and the faculty of the course, nobody else, and for all who reported the same', async () => {
  const [, first] = await listed(teacher);
  expect(await listed(otherTeacher)).toEqual([]);
  expect((await decide(otherTeacher, first.id, { outcome: 'dismissed' })).status).toBe(404);
  expect((await decide(reporter, first.id, { outcome: 'dismissed' })).status).toBe(403);
  expect((await decide(teacher, first.id, { outcome: 'dismissed', hide: true })).status).toBe(422);
  const answers = await Promise.all(
    [teacher, admin].map((user) =>
      decide(user, first.id, { outcome: 'resolved', hide: true, note: 'Hidden now' }),
    ),
  );
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  expect(answers.find(({ status }) => status === 409)?.body.code).toBe('content_report.closed');
  expect(await listed(admin)).toEqual([]);
  expect(await listed(admin, '?open=false')).toMatchObject([
    { status: 'resolved', resolution: 'Hidden now' },
    { status: 'resolved', resolution: 'Hidden now' },
  ]);
  const path: string = first.context_url;
  const postId = path.slice(path.lastIndexOf('/') + 1);
  expect((await ask(reporter, 'GET /api/forum/posts/[id]', postId)).status).toBe(404);
  expect(await toldOf('moderation', path)).toContain(reporter.id);
  const { rows } = await database.sql.query<{ action: string }>(
    'SELECT action FROM audit_entry WHERE subject_id = ANY ($1) ORDER BY action',
    [[first.id, postId]],
  );
  expect(rows.map(({ action }) => action)).toEqual(['content_report.resolved', 'forum_post.hidden']);
});

it('can be dismissed: what it was about stays', async () => {
  const id = await post();
  await report(reporter, id);
  const [open] = await listed(admin);
  expect((await decide(admin, open.id, { outcome: 'dismissed' })).body.status).toBe('dismissed');
  expect((await ask(reporter, 'GET /api/forum/posts/[id]', id)).status).toBe(200);
});

it('is not for whoever wrote the words, also when they moderate', async () => {
  const id = await post(teacher, 'A hard word');
  await report(reporter, id);
  expect(await listed(teacher)).toEqual([]);
  const [open] = await listed(admin);
  expect((await decide(teacher, open.id, { outcome: 'dismissed' })).status).toBe(404);
  // Hiding what is gone already changes nothing, and the report is closed.
  await ask(teacher, 'DELETE /api/forum/posts/[id]', id);
  expect((await decide(admin, open.id, { outcome: 'resolved', hide: true })).status).toBe(200);
});
