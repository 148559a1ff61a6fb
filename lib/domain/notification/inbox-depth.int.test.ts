import { afterAll, beforeAll, expect, it } from 'vitest';
import { pageOf } from '@/app/api/keyset-page';
import type { NotificationList } from '@/lib/contracts/http/notification';
import { NotificationListQuery } from '@/lib/contracts/http/notification-requests';
import { createTestDatabase } from '@/lib/infra/testing/test-database';
import { createUser, type TestUser } from '@/tests/campus';
import { listNotifications } from './queries';

const ROWS = 100_000;
const PAGE = 100;
let database: Awaited<ReturnType<typeof createTestDatabase>>;
let me: TestUser;

beforeAll(async () => {
  database = await createTestDatabase();
  me = await createUser(database.sql, { role: 'student' });
  await database.sql.query(
    `WITH made AS (
       INSERT INTO notification (id, event_id, queued_event_id, kind, title, message, created_at)
       SELECT gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), 'announcement', 'Notice ' || n, '',
         now() - n * interval '1 minute'
       FROM generate_series(1, $2) AS n RETURNING id, created_at)
     INSERT INTO notification_recipient (notification_id, user_id, created_at) SELECT id, $1, created_at FROM made`,
    [me.id, ROWS],
  );
  await database.sql.query('ANALYZE notification, notification_recipient');
}, 120_000);
afterAll(() => database.drop());

/** As the route asks. */
function read(place: { cursor?: string | null; before?: string | null }): Promise<NotificationList> {
  const { cursor, before, ...query } = NotificationListQuery.parse({ limit: PAGE });
  const at = place.before ?? place.cursor ?? undefined;
  return listNotifications(database.sql, me.id, {
    ...query,
    ...pageOf('notifications', { ...query, cursor: at }),
    isBefore: Boolean(place.before),
  });
}

const median = (times: readonly number[]) =>
  times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;

it('goes down through 100,000 and up again: each row once, at the end as cheap as at the beginning', async () => {
  const times: number[] = [];
  const titles: string[] = [];
  const timed = async (place: Parameters<typeof read>[0]) => {
    const begun = performance.now();
    const page = await read(place);
    times.push(performance.now() - begun);
    return page;
  };
  let page = await timed({});
  expect(page.previous_cursor).toBeNull();
  titles.push(...page.items.map(({ title }) => title));
  while (page.next_cursor !== null) {
    page = await timed({ cursor: page.next_cursor });
    titles.push(...page.items.map(({ title }) => title));
  }
  expect(titles).toHaveLength(ROWS);
  expect(titles[0]).toBe('Notice 1');
  expect(new Set(titles).size).toBe(ROWS);
  const [shallow, deep] = [median(times.slice(1, 101)), median(times.slice(-100))];
  console.info(`a page of ${PAGE}: ${shallow.toFixed(2)} ms at the top, ${deep.toFixed(2)} ms at ${ROWS}`);
  expect(deep).toBeLessThan(shallow * 4 + 5);

  const upwards = page.items.map(({ title }) => title).toReversed();
  const before: number[] = [];
  while (page.previous_cursor) {
    const begun = performance.now();
    page = await read({ before: page.previous_cursor });
    before.push(performance.now() - begun);
    upwards.push(...page.items.map(({ title }) => title).toReversed());
  }
  expect(upwards).toEqual(titles.toReversed());
  expect(median(before.slice(0, 100))).toBeLessThan(shallow * 4 + 5);
}, 300_000);

it('leads on from what stands before a place, also where nothing is left there', async () => {
  const first = await read({});
  const second = await read({ cursor: first.next_cursor });
  const newer = await read({ before: second.previous_cursor ?? null });
  expect(newer.items).toEqual(first.items);
  expect(newer.previous_cursor).toBeNull();
  expect((await read({ cursor: newer.next_cursor })).items).toEqual(second.items);
  await database.sql.query(
    `UPDATE notification_recipient SET archived_at = now() WHERE user_id = $1 AND notification_id = ANY ($2::uuid[])`,
    [me.id, first.items.map(({ id }) => id)],
  );
  const none = await read({ before: second.previous_cursor ?? null });
  expect(none.items).toEqual([]);
  expect((await read({ cursor: none.next_cursor })).items).toEqual(second.items);
});
