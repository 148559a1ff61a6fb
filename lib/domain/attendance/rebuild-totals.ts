import type { Database } from '@/lib/infra/db/database';
import { totalsOf } from './update-totals';

/** A student in a course whose numbers were not what the log says. */
export interface TotalDifference {
  readonly course_id: string;
  readonly student_id: string;
  /** `present/late/excused/absent, counted, points, in a row`; `null`: there were none. */
  readonly kept: string | null;
  readonly rebuilt: string | null;
}

export interface Rebuilt {
  /** How many marks the log gives. */
  readonly marks: number;
  readonly totals: number;
  readonly different: number;
  /** The first of them. */
  readonly differences: readonly TotalDifference[];
}

const MOST_SHOWN = 100;

/**
 * Builds the numbers of all students anew from the log of marks, beside those that are kept, compares the two, and puts the
 * new ones in the place of those that differ, in one transaction. Whoever saves marks waits for it; readers do not, and see
 * the old numbers or the new ones. With `dryRun` it only compares.
 */
export function rebuildTotals(database: Database, { dryRun }: { dryRun: boolean }): Promise<Rebuilt> {
  return database.transaction(async (tx) => {
    await tx.query('LOCK TABLE attendance_total IN SHARE ROW EXCLUSIVE MODE');
    await tx.query(`SET LOCAL work_mem = '256MB'`);
    await tx.query(`CREATE TEMPORARY TABLE log_mark ON COMMIT DROP AS ${LATEST}`);
    await tx.query(
      `CREATE TEMPORARY TABLE shadow_total ON COMMIT DROP AS ${totalsOf('SELECT * FROM log_mark')}`,
    );
    await tx.query(`CREATE TEMPORARY TABLE different_total ON COMMIT DROP AS ${DIFFERENT}`);
    const { rows: counts } = await tx.query<{ marks: number; totals: number; different: number }>(COUNTS);
    const { rows: differences } = await tx.query<TotalDifference>(
      'SELECT course_id, student_id, kept, rebuilt FROM different_total ORDER BY course_id, student_id LIMIT $1',
      [MOST_SHOWN],
    );
    if (!dryRun) {
      await tx.query(TAKE_OUT);
      await tx.query(PUT_IN);
    }
    return { marks: 0, totals: 0, different: 0, ...counts[0], differences };
  });
}

/** What the log says last of a student in a class; taken back, it is no mark. */
const LATEST = `
  SELECT course_id, student_id, session_id, status, points FROM (
    SELECT DISTINCT ON (session_id, student_id) course_id, student_id, session_id, status, points
    FROM attendance_change ORDER BY session_id, student_id, seq DESC
  ) AS latest WHERE status IS NOT NULL`;

const COLUMNS = ['present', 'late', 'excused', 'absent', 'counted', 'points', 'absent_in_row'];
const of = (table: string) => COLUMNS.map((column) => `${table}.${column}`).join(', ');
const said = (table: string) => `CASE WHEN ${table}.course_id IS NOT NULL THEN
  concat(concat_ws('/', ${table}.present, ${table}.late, ${table}.excused, ${table}.absent), ', ', ${table}.counted, ', ',
    ${table}.points::float8, ', ', ${table}.absent_in_row) END`;

const DIFFERENT = `
  SELECT course_id, student_id, ${said('total')} AS kept, ${said('shadow')} AS rebuilt
  FROM attendance_total AS total FULL JOIN shadow_total AS shadow USING (course_id, student_id)
  WHERE (${of('total')}) IS DISTINCT FROM (${of('shadow')})`;

const COUNTS = `
  SELECT (SELECT count(*)::int FROM log_mark) AS marks, (SELECT count(*)::int FROM shadow_total) AS totals,
    (SELECT count(*)::int FROM different_total) AS different`;

const TAKE_OUT = `
  DELETE FROM attendance_total AS total USING different_total AS different
  WHERE total.course_id = different.course_id AND total.student_id = different.student_id`;

const PUT_IN = `
  INSERT INTO attendance_total (course_id, student_id, ${COLUMNS.join(', ')})
  SELECT course_id, student_id, ${COLUMNS.join(', ')}
  FROM shadow_total JOIN different_total USING (course_id, student_id)`;
