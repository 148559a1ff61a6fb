import type { SqlTx } from '@/lib/infra/db/sql';
import { clockTime } from './clock-time';
import { ENTRY_COLUMNS, ENTRY_FROM, type EntryRow, slotOfRow } from './entry-row';
import { overlaps } from './overlap';

/** Two published classes at the same moment: one of the course that is asked for, one that the student has already. */
export interface Clash {
  course_id: string;
  course_code: string;
  course_name: string;
  /** 1 is Monday. */
  day_of_week: number;
  /** `HH:MM`, the university's local time, of the class the student has already. */
  start_time: string;
  end_time: string;
}

/** Which classes of a student's other courses are held at the same moment as classes of this one; each course once. */
export async function listClashes(
  sql: SqlTx,
  asked: { studentId: string; courseId: string },
): Promise<Clash[]> {
  const { rows } = await sql.query<EntryRow>(
    `SELECT ${ENTRY_COLUMNS} ${ENTRY_FROM}
     WHERE entry.state = 'published' AND (entry.course_id = $1 OR entry.course_id IN (
       SELECT course_id FROM enrollment WHERE student_id = $2 AND status = 'enrolled'))`,
    [asked.courseId, asked.studentId],
  );
  const wanted = rows.filter((row) => row.course_id === asked.courseId);
  const clashes = new Map<string, Clash>();
  for (const own of rows) {
    if (own.course_id === asked.courseId || clashes.has(own.course_id)) continue;
    const slot = slotOfRow(own);
    if (!slot || !wanted.some((each) => isAt(each, slot))) continue;
    clashes.set(own.course_id, {
      course_id: own.course_id,
      course_code: own.course_code,
      course_name: own.course_name,
      day_of_week: own.day_of_week,
      start_time: clockTime(own.start_minute),
      end_time: clockTime(own.end_minute),
    });
  }
  return [...clashes.values()];
}

function isAt(row: EntryRow, slot: NonNullable<ReturnType<typeof slotOfRow>>): boolean {
  const own = slotOfRow(row);
  return own !== null && overlaps(own, slot);
}
