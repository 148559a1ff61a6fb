import { countUnread } from '@/lib/domain/notification/queries';
import type { Database } from '@/lib/infra/db/database';
import type { Bench } from './bench';
import { whole } from './print-results';
import { quantile } from './rounds';

const USERS = 10_000;
const EACH = 80;
const HEAVY = 100_000;
const ASKED = 3_000;
const MOST_MS = 5;

const bench: Bench = {
  about: `How long counting the unread notifications of one user takes in a table of ${whole(USERS * EACH + 2 * HEAVY)} rows: ${whole(USERS)} users with ${EACH} each, two thirds of them read and of the rest every other held back; one with ${whole(HEAVY)} unread, and one with as many that are held back, each of whom is every tenth to be asked for. ${whole(ASKED)} counts one after the other, in turns with the baseline: one row of a user by its primary key, over the same connection. 99 of 100 took no longer than p99.`,
  async run(world) {
    const database = await world.openDatabase();
    await fill(database);
    const { rows } = await database.sql.query<{ id: string }>('SELECT id FROM app_user ORDER BY id');
    const [heavy = '', withheld = ''] = rows.map((row) => row.id);
    const taken = { ours: [] as number[], baseline: [] as number[] };
    for (let i = 0; i < ASKED; i += 1) {
      const special = new Map([
        [0, heavy],
        [5, withheld],
      ]).get(i % 10);
      const id = special ?? rows[(i * 7_919) % rows.length]?.id ?? heavy;
      taken.ours.push(await timedMs(() => countUnread(database.sql, id)));
      taken.baseline.push(
        await timedMs(() => database.sql.query('SELECT name FROM app_user WHERE id = $1', [id])),
      );
    }
    const row = (share: number, most: number | null) => {
      const [ours, baseline] = [quantile(taken.ours, share), quantile(taken.baseline, share)];
      return {
        what: `unread count, p${share * 100}`,
        ours: `${ours.toFixed(2)} ms`,
        baseline: `${baseline.toFixed(2)} ms`,
        ratio: ours / baseline,
        target: most === null ? '' : `at most ${most} ms`,
        met: most === null ? null : ours <= most,
      };
    };
    return [row(0.5, null), row(0.99, MOST_MS)];
  },
};
export default bench;

async function timedMs(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

async function fill({ sql }: Database): Promise<void> {
  await sql.query(
    `INSERT INTO app_user (id, email, name, role, password_hash)
     SELECT id, id || '@bench.example', 'Student', 'student', 'none'
     FROM (SELECT gen_random_uuid() AS id FROM generate_series(1, $1)) AS student`,
    [USERS + 2],
  );
  // As many contents as the one who has most of them needs; the others have the first ones.
  await sql.query(
    `INSERT INTO notification (id, event_id, kind, queued_event_id, title, message, priority)
     SELECT gen_random_uuid(), gen_random_uuid(), 'announcement', gen_random_uuid(), 'Notice ' || n, 'Text', 'normal'
     FROM generate_series(1, $1) AS n`,
    [HEAVY],
  );
  await sql.query(
    `WITH heavy AS (SELECT id, row_number() OVER (ORDER BY id) AS nth FROM app_user ORDER BY id LIMIT 2)
     INSERT INTO notification_recipient (notification_id, user_id, created_at, held_until)
     SELECT notification.id, heavy.id, now(), CASE WHEN heavy.nth = 2 THEN 'infinity'::timestamptz END
     FROM notification, heavy`,
  );
  await sql.query(
    `WITH content AS (SELECT id, row_number() OVER () AS n FROM notification LIMIT $1)
     INSERT INTO notification_recipient (notification_id, user_id, created_at, read_at, held_until)
     SELECT content.id, app_user.id, now(), CASE WHEN content.n % 3 = 0 THEN NULL ELSE now() END,
       CASE WHEN content.n % 6 = 0 THEN 'infinity'::timestamptz END
     FROM app_user CROSS JOIN content WHERE app_user.id NOT IN (SELECT id FROM app_user ORDER BY id LIMIT 2)`,
    [EACH],
  );
  await sql.query('VACUUM ANALYZE notification_recipient');
}
