import { randomUUID } from 'node:crypto';
import type { SqlTx } from '@/lib/infra/db/sql';
import { createCourse, createEntry, createTimetable } from './timetable-world';

/** Some days before today, as `2026-11-27`; today and all days of tests are those of UTC. */
export const dayBefore = (days: number): string =>
  new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10);

/** The weekday of a date, 1 is Monday. */
const weekdayOf = (date: string) => ((new Date(`${date}T12:00Z`).getUTCDay() + 6) % 7) + 1;

export interface PastClasses {
  readonly id: string;
  readonly entryId: string;
  readonly termId: string;
  readonly departmentId: string;
}

/** A course of a term that is now, with a class each week on the weekday of yesterday, 10:00 to 11:00. */
export async function createPastClasses(
  sql: SqlTx,
  given: { departmentId: string; code: string; students: readonly string[]; faculty: readonly string[] },
): Promise<PastClasses> {
  const { departmentId, code, students, faculty } = given;
  const termId = randomUUID();
  await sql.query(
    `INSERT INTO term (id, code, name, academic_year, starts_on, ends_on)
     VALUES ($1, $2, $2, 2026, $3::date - 70, $3::date + 70)`,
    [termId, `T-${termId.slice(0, 6)}`, dayBefore(0)],
  );
  const id = await createCourse(sql, { code, termId, departmentId, students, faculty });
  const timetableId = await createTimetable(sql, termId, departmentId);
  const dayOfWeek = weekdayOf(dayBefore(1));
  const entryId = await createEntry(sql, { timetableId, courseId: id, dayOfWeek });
  return { id, entryId, termId, departmentId };
}
