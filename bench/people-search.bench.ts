import { PersonList } from '@/lib/contracts/http/person';
import { listPeople } from '@/lib/domain/person/queries';
import type { Database } from '@/lib/infra/db/database';
import type { Bench } from './bench';
import { quantile } from './rounds';

const PEOPLE = 10_000;
const ASKED = 1_000;
const PAGE = 50;
const MOST = 3;

/** Of many, of a hundred, of one, of nobody. */
const WORDS = ['person', 'son 12', '7777', 'nobody at all'];

const bench: Bench = {
  about: `How long the search in the list of people takes among ${PEOPLE.toLocaleString('en-US')} accounts: a page of ${PAGE} by name, as the API reads it, judges it by its shape and writes it as JSON. Words that many, a hundred, one and nobody have, in turn; ${ASKED.toLocaleString('en-US')} searches one after the other, in turns with the baseline: bare SQL for the same accounts without their departments, over the same connection, its rows left as they are.`,
  async run(world) {
    const database = await world.openDatabase();
    await fill(database);
    const taken = { ours: [] as number[], baseline: [] as number[] };
    for (let i = 0; i < ASKED; i += 1) {
      const query = WORDS[i % WORDS.length] ?? '';
      taken.ours.push(await timedMs(() => answer(database, query)));
      taken.baseline.push(await timedMs(() => database.sql.query(BARE, [`%${query}%`, PAGE + 1])));
    }
    const [ours, baseline] = [quantile(taken.ours, 0.95), quantile(taken.baseline, 0.95)];
    return [
      {
        what: `search in ${PEOPLE.toLocaleString('en-US')} people, p95`,
        ours: `${ours.toFixed(1)} ms`,
        baseline: `${baseline.toFixed(1)} ms`,
        ratio: ours / baseline,
        target: `at most ${MOST} x the baseline`,
        met: ours <= MOST * baseline,
      },
    ];
  },
};
export default bench;

async function answer({ sql }: Database, query: string): Promise<string> {
  const list = await listPeople(sql, { query, after: null, limit: PAGE, cursorAt: ({ id }) => id });
  return JSON.stringify(PersonList.parse(list));
}

const BARE = `
  SELECT id, name, email, role, register_no, status FROM app_user
  WHERE (name ILIKE $1 OR email ILIKE $1 OR register_no::text ILIKE $1) AND status <> 'deleted'
  ORDER BY name, id LIMIT $2`;

async function fill({ sql }: Database): Promise<void> {
  await sql.query(
    `INSERT INTO department (id, code, name) SELECT gen_random_uuid(), 'D' || n, 'Department ' || n FROM generate_series(1, 20) AS n`,
  );
  await sql.query(
    `WITH home AS (SELECT id, row_number() OVER () AS n FROM department)
     INSERT INTO app_user (id, email, name, role, register_no, department_id, password_hash)
     SELECT gen_random_uuid(), 'p' || n || '@bench.example', 'Person ' || n, 'student', 100000 + n,
       (SELECT id FROM home WHERE home.n = 1 + series.n % 20), 'none'
     FROM generate_series(1, $1) AS series (n)`,
    [PEOPLE],
  );
  await sql.query('VACUUM ANALYZE app_user');
}

async function timedMs(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}
