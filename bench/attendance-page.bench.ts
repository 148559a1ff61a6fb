import { readStanding } from '@/lib/domain/attendance/read-standing';
import { createAuthor } from '@/tests/announce';
import { openSession } from '@/tests/campus';
import { fillMarks, MARKS_OF_STUDENT } from './attendance-marks';
import type { Bench } from './bench';
import { quantile } from './rounds';
import type { World } from './world';

const FEW = 10_000;
const MANY = 1_000_000;
const SAMPLES = 300;
const WARM_UP = 30;
const TARGET = 2;

const bench: Bench = {
  about: `What the attendance page of a student asks for (four courses, ${MARKS_OF_STUDENT} marks of their own: shares, what can be missed, trends, open alerts), with ${MANY.toLocaleString('en-US')} marks in the table. Baseline: the same with ${FEW.toLocaleString('en-US')}. Each time another student; ${SAMPLES} of each, in turns.`,
  async run(world) {
    const pages = { many: await openPages(world, MANY), few: await openPages(world, FEW) };
    const taken = { many: [] as number[], few: [] as number[] };
    for (let round = 0; round < WARM_UP + SAMPLES; round += 1)
      for (const name of round % 2 === 0 ? (['many', 'few'] as const) : (['few', 'many'] as const)) {
        const ms = await pages[name](round);
        if (round >= WARM_UP) taken[name].push(ms);
      }
    const row = (share: number, most: number | null) => {
      const [ours, baseline] = [quantile(taken.many, share), quantile(taken.few, share)];
      return {
        what: `attendance page of a student, p${share * 100}`,
        ours: `${ours.toFixed(1)} ms`,
        baseline: `${baseline.toFixed(1)} ms`,
        ratio: ours / baseline,
        target: most === null ? '' : `at most ${most} x the baseline`,
        met: most === null ? null : ours <= baseline * most,
      };
    };
    return [row(0.5, null), row(0.95, TARGET)];
  },
};
export default bench;

/** Opens the page of the nth of some students; resolves with how many ms its answer took. */
async function openPages(world: World, marks: number): Promise<(nth: number) => Promise<number>> {
  const database = await world.openDatabase();
  await fillMarks(database, { students: marks / MARKS_OF_STUDENT, into: 'attendance_mark' });
  const { rows } = await database.sql.query<{ id: string }>(
    `SELECT id FROM app_user WHERE role = 'student' ORDER BY id LIMIT 50`,
  );
  const actors: Awaited<ReturnType<typeof createAuthor>>['actor'][] = [];
  for (const { id } of rows) {
    const session = await openSession(database.sql, id);
    const user = { id, name: 'Student', role: 'student' as const, departmentId: null, ...session };
    actors.push((await createAuthor(database, user)).actor);
  }
  return async (nth) => {
    const actor = actors[nth % actors.length];
    if (!actor) throw new Error('there is no student');
    const asked = performance.now();
    const { courses } = await readStanding(database.sql, actor, {
      studentId: actor.userId,
      timeZone: 'UTC',
    });
    if (courses.length !== 4) throw new Error(`${courses.length} courses`);
    return performance.now() - asked;
  };
}
