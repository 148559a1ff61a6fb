import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { ChangeNotifications } from '@/lib/contracts/http/notification-bulk-requests';
import { createUnitOfWork, type UnitOfWork } from '@/lib/infra/outbox/unit-of-work';
import { createTestDatabase } from '@/lib/infra/testing/test-database';
import { createUser, type TestUser } from '@/tests/campus';
import { createCourseRow } from '@/tests/course-campus';
import { holdWorld } from '@/tests/hold-world';
import { changeMany } from './change-many';
import { listGroups } from './groups';
import { findNotification } from './queries';

let database: Awaited<ReturnType<typeof createTestDatabase>>;
let unitOfWork: UnitOfWork;
let world: ReturnType<typeof holdWorld>;
let me: TestUser;
let other: TestUser;

beforeAll(async () => {
  database = await createTestDatabase();
  unitOfWork = createUnitOfWork(database, () => undefined);
  world = holdWorld({ sql: database.sql, unitOfWork });
});
afterAll(() => database.drop());
beforeEach(async () => {
  me = await createUser(database.sql, { role: 'student' });
  other = await createUser(database.sql, { role: 'student' });
});

const groups = (user = me) => listGroups(database.sql, user.id);
const change = (body: object, user = me) =>
  changeMany(unitOfWork, {
    userId: user.id,
    correlationId: 'test',
    change: ChangeNotifications.parse(body),
  });
const key = () => `materials ${me.id}`;
const sent = (given: { title?: string; priority?: 'urgent'; kind?: string; courseId?: string } = {}) =>
  world.send({ to: [me.id, other.id], kind: 'material', groupKey: key(), ...given });
const find = (id: string, user = me) => findNotification(database.sql, user.id, id);

it('counts the unread of a group, from its newest, and names the course', async () => {
  const { id: courseId } = await createCourseRow(database.sql, { capacity: 5 });
  const code = await database.sql.query<{ code: string }>(
    'SELECT code FROM course JOIN subject ON subject.id = subject_id WHERE course.id = $1',
    [courseId],
  );
  const [first, second] = [await sent({ courseId }), await sent({ courseId })];
  await world.send({ to: [me.id], groupKey: 'alone' });
  const third = await sent({ courseId });
  expect(await groups()).toEqual({
    since: null,
    items: [
      {
        group_key: key(),
        category: 'material',
        course: code.rows[0]?.code,
        unread_count: 3,
        newest_id: third,
        newest_at: (await find(third))?.created_at,
        oldest_at: (await find(first))?.created_at,
      },
    ],
  });
  // Read, put away or put off: not one of the group any more.
  await change({ ids: [third], change: 'read' });
  expect((await groups()).items).toMatchObject([{ unread_count: 2, newest_id: second }]);
  await change({ ids: [second], change: 'archived' });
  expect((await groups()).items).toEqual([]);
  expect((await groups(other)).items).toMatchObject([{ unread_count: 3 }]);
});

it('leaves what is urgent, and what is of another sort, alone', async () => {
  await sent();
  await sent({ priority: 'urgent' });
  await sent({ kind: 'announcement' });
  expect((await groups()).items).toEqual([]);
});

it('does one thing with all of a group that were shown, of this reader alone', async () => {
  const [first, second] = [await sent(), await sent()];
  const urgent = await sent({ priority: 'urgent' });
  const up_to = (await find(second))?.created_at;
  await database.sql.query(
    `UPDATE notification_recipient SET created_at = created_at + interval '1 second' WHERE notification_id = $1`,
    [urgent],
  );
  const later = await sent();
  await database.sql.query(
    `UPDATE notification_recipient SET created_at = created_at + interval '2 seconds' WHERE notification_id = $1`,
    [later],
  );
  const group = { group_key: key(), category: 'material', up_to };
  const { ids } = await change({ group, change: 'archived' });
  expect(ids.toSorted()).toEqual([first, second].toSorted());
  expect(await find(later)).toMatchObject({ archived_at: null });
  expect(await find(urgent)).toMatchObject({ archived_at: null });
  expect(await find(first, other)).toMatchObject({ archived_at: null });
  expect((await change({ group, change: 'archived' })).ids).toEqual([]);
});

it('groups the newest thousand unread, and says from when', async () => {
  await database.sql.query(
    `WITH made AS (
       INSERT INTO notification (id, event_id, queued_event_id, kind, title, message, group_key, category, created_at)
       SELECT gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), 'material', 'Many', '', $2, 'material',
         now() - interval '1 hour' - n * interval '1 second'
       FROM generate_series(1, 1100) AS n RETURNING id, created_at)
     INSERT INTO notification_recipient (notification_id, user_id, created_at) SELECT id, $1, created_at FROM made`,
    [me.id, key()],
  );
  const { items, since } = await groups();
  expect(items).toMatchObject([{ unread_count: 1_000, oldest_at: since }]);
  const up_to = items[0]?.newest_at;
  const { ids } = await change({ group: { group_key: key(), category: 'material', up_to }, change: 'read' });
  expect(ids).toHaveLength(1_000);
  expect((await groups()).items).toMatchObject([{ unread_count: 100 }]);
});

it.each([
  {},
  { ids: [], group: { group_key: 'a', category: 'material', up_to: '2026-01-01T00:00:00Z' } },
  { group: { group_key: '', category: 'material', up_to: '2026-01-01T00:00:00Z' } },
  { group: { group_key: 'a\u0000', category: 'material', up_to: '2026-01-01T00:00:00Z' } },
  { group: { group_key: 'a', category: 'unknown', up_to: '2026-01-01T00:00:00Z' } },
  { group: { group_key: 'a', category: 'material', up_to: 'yesterday' } },
])('is not asked for by %j', (body) => {
  expect(ChangeNotifications.safeParse({ ...body, change: 'read' }).success).toBe(false);
});
