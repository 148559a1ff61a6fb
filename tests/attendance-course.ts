import { randomUUID } from 'node:crypto';
import type { SqlTx } from '@/lib/infra/db/sql';
import { createCourse, createEntry, createTimetable } from './timetable-world';

/** Midnight may pass while a test runs: the day on which it began goes on being today. */
const began = Date.now();

/** `2026-11-27`, so many days before today (UTC); the classes of {@link createAttendanceCourse} are held in that zone. */
export const daysAgo = (days: number): string =>
  new Date(began - days * 86_400_000).toISOString().slice(0, 10);

/** A course with one class a week, on today's weekday just after midnight UTC: today's has begun, whenever the test runs. */
export async function createAttendanceCourse(
  sql: SqlTx,
  given: { code: string; departmentId: string; faculty: readonly string[]; students: readonly string[] },
): Promise<{ courseId: string; entryId: string; termId: string }> {
  const termId = randomUUID();
  await sql.query(
    `INSERT INTO term (id, code, name, academic_year, starts_on, ends_on)
     VALUES ($1, $2, $2, 2026, $3::date - 70, $3::date + 70)`,
    [termId, termId.slice(0, 8), daysAgo(0)],
  );
  const { code, departmentId, faculty, students } = given;
  const courseId = await createCourse(sql, { code, termId, departmentId, faculty, students });
  const timetableId = await createTimetable(sql, termId, departmentId);
  const entryId = await createEntry(sql, {
    timetableId,
    courseId,
    dayOfWeek: ((new Date(began).getUTCDay() + 6) % 7) + 1,
    startMinute: 0,
    endMinute: 60,
  });
  return { courseId, entryId, termId };
}
