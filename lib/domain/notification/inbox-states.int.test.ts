import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { NotificationListQuery } from '@/lib/contracts/http/notification-requests';
import { createUnitOfWork } from '@/lib/infra/outbox/unit-of-work';
import { createRelayWake } from '@/lib/infra/outbox/wake-relay';
import { createTestDatabase } from '@/lib/infra/testing/test-database';
import { createUser, openSession, type TestUser } from '@/tests/campus';
import { DomainProblem } from '../problem';
import { changeState } from './change-state';
import { fanOutNotification } from './fan-out';
import { markDelivered } from './mark-delivered';
import { markAllRead, markRead } from './mark-read';
import { markSeen } from './mark-seen';
import { countUnread, findNotification, listNotifications } from './queries';

let database: Awaited<ReturnType<typeof createTestDatabase>>;
let unitOfWork: ReturnType<typeof createUnitOfWork>;
/** New for each test: nobody's rows are another's. */
let me: TestUser;
let other: TestUser;

beforeAll(async () => {
  database = await createTestDatabase();
  unitOfWork = createUnitOfWork(
    database,
    createRelayWake(database.sql, () => undefined),
  );
});
afterAll(() => database.drop());
beforeEach(async () => {
  me = await createUser(database.sql, { role: 'student' });
  other = await createUser(database.sql, { role: 'student' });
});

interface Sent {
  kind?: string;
  title?: string;
  message?: string;
  priority?: 'normal' | 'urgent';
  withdraws?: string[];
}

/** To both users; gives the id of the notification. */
async function send(sent: Sent = {}) {
  const { kind = 'announcement', title = 'T', message = 'M', priority = 'normal', withdraws = [] } = sent;
  const sourceEventId = randomUUID();
  await unitOfWork.run({ correlationId: 'test' }, (tx) =>
    fanOutNotification(tx, {
      sourceEventId,
      kind,
      title,
      message,
      priority,
      actionUrl: '',
      correlationId: 'test',
      withdraws,
      audience: {
        target_audience: 'users',
        role_names: [],
        department_ids: [],
        course_ids: [],
        user_ids: [me.id, other.id],
      },
    }),
  );
  const { rows } = await database.sql.query<{ id: string }>(
    'SELECT id FROM notification WHERE event_id = $1',
    [sourceEventId],
  );
  return rows[0]?.id ?? '';
}

const own = () => ({ userId: me.id, correlationId: 'test' });
const change = (id: string, what: 'unread' | 'archived' | 'restored') =>
  changeState(unitOfWork, { ...own(), id, change: what });
const find = (id: string, user = me) => findNotification(database.sql, user.id, id);

async function list(filter: Record<string, string> = {}): Promise<string[]> {
  const { cursor: _cursor, ...query } = NotificationListQuery.parse(filter);
  const page = { ...query, after: null, cursorAt: () => '' };
  return (await listNotifications(database.sql, me.id, page)).items.map((row) => row.id);
}

/** What was published about this user's states since they exist. */
async function events(type: string): Promise<Array<Record<string, unknown>>> {
  const { rows } = await database.sql.query<{ value: string }>(
    'SELECT value FROM outbox_event WHERE event_type = $1 ORDER BY id',
    [type],
  );
  return rows.map(({ value }) => JSON.parse(value).payload).filter((payload) => payload.user_id === me.id);
}

const refusal = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: unknown) => (error instanceof DomainProblem ? error.code : String(error)),
  );

it('is seen once, by its own reader, and that is no reading', async () => {
  const [first, second] = [await send(), await send()];
  const request = { ...own(), ids: [first, second, randomUUID()] };
  expect((await markSeen(unitOfWork, request)).seen_count).toBe(2);
  expect((await markSeen(unitOfWork, request)).seen_count).toBe(0);
  expect(await find(first)).toMatchObject({ seen_at: expect.any(String), read_at: null });
  expect(await find(first, other)).toMatchObject({ seen_at: null });
  expect(await countUnread(database.sql, me.id)).toBe(2);
  const told = await events('NOTIFICATION_DELIVERED');
  expect(told).toHaveLength(1);
  expect(told[0]).toMatchObject({
    status: 'seen',
    notification_ids: expect.arrayContaining([first, second]),
  });
});

it('is read, unread again, archived and restored; the second time emits nothing', async () => {
  const id = await send();
  await markRead(unitOfWork, { ...own(), id });
  for (const what of ['unread', 'archived', 'restored'] as const) {
    await change(id, what);
    await change(id, what);
  }
  expect((await events('NOTIFICATION_READ')).map(({ status }) => status)).toEqual([
    'read',
    'unread',
    'archived',
    'restored',
  ]);
  expect(await find(id)).toMatchObject({ seen_at: expect.any(String), read_at: null, archived_at: null });
});

it('leaves the inbox and the count while it is archived', async () => {
  const [kept, away] = [await send(), await send()];
  await change(away, 'archived');
  expect(await list()).toEqual([kept]);
  expect(await list({ archived: 'true' })).toEqual([away]);
  expect(await list({ unread: 'true' })).toEqual([kept]);
  expect(await countUnread(database.sql, me.id)).toBe(1);
  // "All" is what is in the inbox: what was put away unread stays so.
  expect((await markAllRead(unitOfWork, own())).read_count).toBe(1);
  await change(away, 'restored');
  expect(await list({ unread: 'true' })).toEqual([away]);
});

it('is found by kind, priority and words as they stand', async () => {
  const plain = await send({ title: 'Lab moves to 50%_off', message: 'See you there' });
  const reminder = await send({ kind: 'reminder', title: 'Please answer' });
  const urgent = await send({ priority: 'urgent', message: 'The LAB is closed' });
  expect(await list()).toEqual([urgent, reminder, plain]);
  expect(await list({ kind: 'reminder' })).toEqual([reminder]);
  expect(await list({ priority: 'urgent' })).toEqual([urgent]);
  expect(await list({ query: 'lab' })).toEqual([urgent, plain]);
  expect(await list({ query: '0%_o' })).toEqual([plain]);
  expect(await list({ query: '%' })).toEqual([plain]);
  expect(await list({ query: 'lab', priority: 'urgent', kind: 'reminder' })).toEqual([]);
});

it('names nobody else’s: reading, changing and finding them is refused as if they were not there', async () => {
  const id = await send();
  const stranger = await createUser(database.sql, { role: 'student' });
  const asStranger = { userId: stranger.id, correlationId: 'test' };
  expect(await find(id, stranger)).toBeNull();
  expect(await find('no id')).toBeNull();
  expect(await refusal(markRead(unitOfWork, { ...asStranger, id }))).toBe('resource.not_found');
  for (const what of ['unread', 'archived', 'restored'] as const) {
    expect(await refusal(changeState(unitOfWork, { ...asStranger, id, change: what }))).toBe(
      'resource.not_found',
    );
    expect(await refusal(change('no id', what))).toBe('resource.not_found');
  }
  expect((await markSeen(unitOfWork, { ...asStranger, ids: [id] })).seen_count).toBe(0);
  await change(id, 'archived');
  await markRead(unitOfWork, { ...own(), id });
  expect(await find(id, other)).toMatchObject({ seen_at: null, read_at: null, archived_at: null });
});

it('reads all at once; above 500 the event names none and stands for all up to its time', async () => {
  const few = [await send(), await send()];
  expect((await markAllRead(unitOfWork, own())).read_count).toBe(2);
  expect((await markAllRead(unitOfWork, own())).read_count).toBe(0);
  await database.sql.query(
    `WITH made AS (
       INSERT INTO notification (id, event_id, queued_event_id, kind, title, message, priority, action_url, correlation_id)
       SELECT gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), 'announcement', 'Many', '', 'normal', '', 'test'
       FROM generate_series(1, 1100) RETURNING id)
     INSERT INTO notification_recipient (notification_id, user_id) SELECT id, $1 FROM made`,
    [me.id],
  );
  expect(await countUnread(database.sql, me.id)).toBe(1_000);
  expect((await markAllRead(unitOfWork, own())).read_count).toBe(1_100);
  expect(await countUnread(database.sql, me.id)).toBe(0);
  const told = await events('NOTIFICATION_READ');
  expect(told.map((each) => each.notification_ids)).toEqual([expect.arrayContaining(few), []]);
  expect(told[1]).toMatchObject({ notification_id: '', status: 'read' });
});

it('notes each screen it arrives on once, and tells of the first', async () => {
  const id = await send();
  const phone = await openSession(database.sql, me.id);
  const arrive = (sessionId: string) =>
    unitOfWork.run({ correlationId: 'test' }, (tx) =>
      markDelivered(tx, [{ userId: me.id, sessionId, notificationId: id }]),
    );
  expect(await arrive(me.sessionId)).toBe(1);
  expect(await arrive(phone.sessionId)).toBe(0);
  expect(await arrive(phone.sessionId)).toBe(0);
  const { rows } = await database.sql.query<{ session_id: string }>(
    'SELECT session_id FROM notification_arrival WHERE notification_id = $1 AND user_id = $2',
    [id, me.id],
  );
  expect(rows.map((row) => row.session_id).sort()).toEqual([me.sessionId, phone.sessionId].sort());
  expect(await events('NOTIFICATION_DELIVERED')).toHaveLength(1);
});

it('takes back an earlier one: it stays, says so, and asks nobody to read it any more', async () => {
  const [read, unread] = [await send(), await send()];
  await markRead(unitOfWork, { ...own(), id: read });
  const readAt = (await find(read))?.read_at;
  const notice = await send({ title: 'That was wrong', withdraws: [read, unread] });
  const at = (await find(notice))?.created_at;
  expect(await find(read)).toMatchObject({ withdrawn_at: at, read_at: readAt });
  expect(await find(unread)).toMatchObject({ withdrawn_at: at, read_at: at });
  expect(await list()).toEqual([notice, unread, read]);
  expect(await list({ unread: 'true' })).toEqual([notice]);
  expect(await countUnread(database.sql, me.id)).toBe(1);
  // A second withdrawal changes nothing.
  await send({ withdraws: [read] });
  expect(await find(read)).toMatchObject({ withdrawn_at: at });
});
