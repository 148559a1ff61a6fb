import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { createUnitOfWork } from '@/lib/infra/outbox/unit-of-work';
import { createTestDatabase } from '@/lib/infra/testing/test-database';
import { createUser, type TestUser } from '@/tests/campus';
import { holdWorld } from '@/tests/hold-world';
import { explainDecisions, explainNotification, listWithheld } from './explain';

let database: Awaited<ReturnType<typeof createTestDatabase>>;
let world: ReturnType<typeof holdWorld>;
let me: TestUser;
let other: TestUser;

beforeAll(async () => {
  database = await createTestDatabase();
  world = holdWorld({ sql: database.sql, unitOfWork: createUnitOfWork(database, () => undefined) });
});
afterAll(() => database.drop());
beforeEach(async () => {
  me = await createUser(database.sql, { role: 'student' });
  other = await createUser(database.sql, { role: 'student' });
});

const page = { after: null, limit: 2, cursorAt: ({ id }: { id: string }) => id };

it('explains each of five that quiet hours have held, and the brief that released them', async () => {
  await world.quiet(me.id);
  const ids = [];
  for (let i = 0; i < 5; i += 1) ids.push(await world.send({ to: [me.id], title: `Notice ${i}` }));
  const held = await explainNotification(database.sql, me.id, ids[0] ?? '');
  expect(held).toMatchObject({
    title: 'Notice 0',
    category: 'announcement',
    event: { type: 'ANNOUNCEMENT_PUBLISHED', service: 'announcement-service' },
    audience: { target_audience: 'users', users: 1, roles: [], departments: [], courses: [] },
    chosen_by: 'important',
    decision: 'quiet',
    is_shown: false,
    brief: null,
    waits_for: ['push'],
  });
  expect(Date.parse(held.held_until ?? '')).toBeGreaterThan(Date.now());
  const first = await listWithheld(database.sql, me.id, page);
  expect(first.items.map((row) => row.title)).toEqual(['Notice 4', 'Notice 3']);
  expect(first.next_cursor).toBe(ids[3]);
  await world.pass(me.id, 'hold');
  await world.tick();
  expect(await listWithheld(database.sql, me.id, page)).toEqual({ items: [], next_cursor: null });
  for (const id of ids)
    expect(await explainNotification(database.sql, me.id, id)).toMatchObject({
      decision: 'quiet',
      is_shown: true,
      held_until: null,
      brief: { title: '5 while it was quiet' },
    });
});

it('says that something was switched off, and never comes', async () => {
  await database.sql.query(
    `INSERT INTO notification_preference (user_id, category, in_app) VALUES ($1, 'announcement', 'off')`,
    [me.id],
  );
  const id = await world.send({ to: [me.id] });
  expect(await explainNotification(database.sql, me.id, id)).toMatchObject({
    decision: 'off',
    chosen_by: 'own',
    is_shown: false,
    held_until: null,
  });
});

it('tells nobody of what is another’s', async () => {
  const id = await world.send({ to: [other.id] });
  for (const asked of [id, randomUUID(), 'no id'])
    await expect(explainNotification(database.sql, me.id, asked)).rejects.toMatchObject({
      code: 'resource.not_found',
    });
});

it('tells administrators what was decided for a person of an event, and that it was not for them', async () => {
  const id = await world.send({ to: [me.id], title: 'For me' });
  const { rows } = await database.sql.query<{ event_id: string }>(
    'SELECT event_id FROM notification WHERE id = $1',
    [id],
  );
  const event_id = rows[0]?.event_id ?? '';
  expect((await explainDecisions(database.sql, me.id, { event_id })).items).toMatchObject([
    { id, decision: '' },
  ]);
  expect(await explainDecisions(database.sql, other.id, { event_id })).toMatchObject({
    items: [],
    not_for: [{ id, title: 'For me', audience: { users: 1 } }],
  });
  expect((await explainDecisions(database.sql, me.id, {})).items).toHaveLength(1);
  expect((await explainDecisions(database.sql, me.id, { correlation_id: 'none of these' })).items).toEqual(
    [],
  );
  await expect(explainDecisions(database.sql, randomUUID(), {})).rejects.toMatchObject({
    code: 'resource.not_found',
  });
});
