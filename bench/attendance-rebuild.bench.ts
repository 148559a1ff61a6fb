import { rebuildTotals } from '@/lib/domain/attendance/rebuild-totals';
import { fillMarks, MARKS_OF_STUDENT } from './attendance-marks';
import type { Bench } from './bench';
import { inTurns, timed } from './rounds';

const MARKS = 1_000_000;
const ROUNDS = 3;
const TARGET = 100_000;

const bench: Bench = {
  about: `\`npm run attendance:rebuild\` on a log of ${MARKS.toLocaleString('en-US')} marks whose numbers are lost: the shadow is built from the log, compared with what is kept, and put in its place, in one transaction. Baseline: PostgreSQL reads and sorts the same log once and counts it. Median of ${ROUNDS} rounds each, in turns.`,
  async run(world) {
    const database = await world.openDatabase();
    await fillMarks(database, { students: MARKS / MARKS_OF_STUDENT, into: 'attendance_change' });
    const seconds = await inTurns(ROUNDS, {
      ours: async () => {
        await database.sql.query('DELETE FROM attendance_total');
        return timed(async () => {
          const { marks } = await rebuildTotals(database, { dryRun: false });
          if (marks !== MARKS) throw new Error(`${marks} marks were rebuilt`);
        });
      },
      baseline: () => timed(() => database.sql.query(BARE)),
    });
    const rate = (value: number) => Math.round(MARKS / value);
    return [
      {
        what: `numbers rebuilt from ${MARKS.toLocaleString('en-US')} marks`,
        ours: `${rate(seconds.ours).toLocaleString('en-US')} marks/s`,
        baseline: `${rate(seconds.baseline).toLocaleString('en-US')} marks/s`,
        ratio: seconds.baseline / seconds.ours,
        target: `at least ${TARGET.toLocaleString('en-US')} marks/s`,
        met: rate(seconds.ours) >= TARGET,
      },
    ];
  },
};
export default bench;

const BARE = `SELECT count(*) FROM (
  SELECT DISTINCT ON (session_id, student_id) status FROM attendance_change ORDER BY session_id, student_id, seq DESC
) AS latest`;
