import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createUnitOfWork } from '@/lib/infra/outbox/unit-of-work';
import { createTestDatabase } from '@/lib/infra/testing/test-database';
import { createUser } from '@/tests/campus';
import { holdWorld } from '@/tests/hold-world';

let database: Awaited<ReturnType<typeof createTestDatabase>>;
let world: ReturnType<typeof holdWorld>;

beforeAll(async () => {
  database = await createTestDatabase();
  world = holdWorld({ sql: database.sql, unitOfWork: createUnitOfWork(database, () => undefined) });
});
afterAll(() => database.drop());

const mode = fc.constantFrom('on', 'off', 'digest', null);
const step = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('send' as const),
      kind: fc.constantFrom('announcement', 'timetable', 'security', 'unheard of'),
      priority: fc.constantFrom('normal' as const, 'urgent' as const, 'low' as const),
      grouped: fc.boolean(),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('prefer' as const),
      category: fc.constantFrom('announcement', 'timetable', 'security', 'other'),
      in_app: mode,
      email: mode,
      sms: mode,
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('preset' as const),
      preset: fc.constantFrom('everything', 'important', 'quiet'),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('quiet' as const) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('pause' as const) }) },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('pass' as const),
      what: fc.constantFrom('hold' as const, 'digest' as const),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('tick' as const) }) },
);

const PREFER = `
  INSERT INTO notification_preference (user_id, category, in_app, email, sms) VALUES ($1, $2, $3, $4, $5)
  ON CONFLICT (user_id, category) DO UPDATE SET in_app = $3, email = $4, sms = $5`;
const SETTING = `
  INSERT INTO notification_setting (user_id, digest_at) VALUES ($1, now() + interval '5 hours') ON CONFLICT DO NOTHING`;

/** What has become of each that was sent, judged by the rows alone. */
const ENDS = `
  SELECT notification.id,
    recipient.held_until IS NULL AS shown,
    (recipient.held_until = 'infinity' AND recipient.decision IN ('off', 'course_muted')) AS refused,
    recipient.held_until < 'infinity' AS waits,
    recipient.held_channels::text[] || recipient.digest_channels::text[] AS owed,
    (SELECT array_agg(channel::text ORDER BY channel) FROM notification_delivery AS way
     WHERE way.notification_id = notification.id AND way.user_id = recipient.user_id) AS sent,
    (SELECT array_agg(channel::text ORDER BY channel) FROM notification_delivery AS way
     WHERE way.notification_id = recipient.brief_id AND way.user_id = recipient.user_id) AS briefed
  FROM notification JOIN notification_recipient AS recipient ON recipient.notification_id = notification.id
  WHERE recipient.user_id = $1 AND notification.kind NOT IN ('brief', 'digest')`;

it('everything that was sent is shown, or was refused by a choice, once all holds are over; and nothing goes twice', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 40 }), async (steps) => {
      const me = (await createUser(database.sql, { role: 'student' })).id;
      const ids: string[] = [];
      for (const each of steps) {
        if (each.do === 'send')
          ids.push(
            await world.send({
              to: [me],
              kind: each.kind,
              priority: each.priority,
              channels: ['in_app', 'email', 'sms'],
              ...(each.grouped && { groupKey: `group of ${me}` }),
            }),
          );
        else if (each.do === 'tick') await world.tick();
        else if (each.do === 'pass') await world.pass(me, each.what);
        else {
          await database.sql.query(SETTING, [me]);
          if (each.do === 'quiet') await world.quiet(me);
          else if (each.do === 'preset')
            await database.sql.query('UPDATE notification_setting SET preset = $2 WHERE user_id = $1', [
              me,
              each.preset,
            ]);
          else if (each.do === 'pause')
            await database.sql.query(
              `UPDATE notification_setting SET paused_until = now() + interval '2 hours' WHERE user_id = $1`,
              [me],
            );
          else await database.sql.query(PREFER, [me, each.category, each.in_app, each.email, each.sms]);
        }
        // At no time is one nowhere: it is shown, refused, or waits for a moment that is known.
        if (each.do !== 'send') continue;
        const { rows } = await database.sql.query<{ shown: boolean; refused: boolean; waits: boolean }>(
          ENDS,
          [me],
        );
        expect(rows).toHaveLength(ids.length);
        for (const row of rows) expect([row.shown, row.refused, row.waits].filter(Boolean)).toEqual([true]);
      }
      await world.pass(me, 'hold');
      await world.tick();
      await world.pass(me, 'digest');
      await world.tick();
      const { rows } = await database.sql.query<{
        id: string;
        shown: boolean;
        refused: boolean;
        owed: string[];
        sent: string[] | null;
        briefed: string[] | null;
      }>(ENDS, [me]);
      expect(rows.map((row) => row.id).sort()).toEqual([...ids].sort());
      for (const row of rows) {
        expect([row.shown, row.refused].filter(Boolean)).toEqual([true]);
        expect(row.owed).toEqual([]);
        const ways = row.sent ?? [];
        expect(new Set(ways).size).toBe(ways.length);
      }
    }),
    { numRuns: 25 },
  );
});
