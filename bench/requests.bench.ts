import { createAuthor } from '@/tests/announce';
import { createDepartment, createUser } from '@/tests/campus';
import type { Bench, Row } from './bench';
import { openPortal, yardsticks } from './portal';
import { inTurns } from './rounds';

const ROUNDS = 7;
const SECONDS = 2;
const AT_ONCE = 8;

const bench: Bench = {
  about: `Requests a second that the production web server answers to ${AT_ONCE} clients at once, each asking anew as soon as it is answered, for ${SECONDS} s a round: the home page of a signed-in student against an empty dynamic page of the same build, and the unread count as JSON (session, limits and database included) against a handler of the same build that does nothing. Both by the same client with the same cookie, in turns; median of ${ROUNDS} rounds each.`,
  async run(world) {
    const { origin, database } = await openPortal(world);
    const departmentId = await createDepartment(database.sql, 'CS');
    const admin = await createUser(database.sql, { role: 'admin' });
    const student = await createUser(database.sql, { role: 'student', departmentId });
    const author = await createAuthor(database, admin);
    for (let i = 0; i < 10; i += 1) await author.publish((await author.draft({ title: `Notice ${i}` })).id);
    const rate = (path: string) => () => requestsPerSecond(`${origin}${path}`, student.cookie);
    const pages = await inTurns(ROUNDS, { ours: rate('/home'), baseline: rate(yardsticks.emptyPage) });
    const routes = await inTurns(ROUNDS, {
      ours: rate('/api/notifications/unread-count'),
      baseline: rate(yardsticks.noOp),
    });
    return [row('home page of a student', pages, 0.5), row('JSON route, unread count', routes, 0.6)];
  },
};
export default bench;

function row(what: string, { ours, baseline }: { ours: number; baseline: number }, least: number): Row {
  return {
    what,
    ours: `${ours.toFixed(0)} requests/s`,
    baseline: `${baseline.toFixed(0)} requests/s`,
    ratio: ours / baseline,
    target: `at least ${least} x the baseline`,
    met: ours >= least * baseline,
  };
}

async function requestsPerSecond(url: string, cookie: string): Promise<number> {
  const until = performance.now() + SECONDS * 1_000;
  let answered = 0;
  async function client(): Promise<void> {
    while (performance.now() < until) {
      const response = await fetch(url, { headers: { cookie } });
      if (response.status !== 200) throw new Error(`${url} answered ${response.status}`);
      await response.arrayBuffer();
      answered += 1;
    }
  }
  const began = performance.now();
  await Promise.all(Array.from({ length: AT_ONCE }, client));
  return answered / ((performance.now() - began) / 1_000);
}
