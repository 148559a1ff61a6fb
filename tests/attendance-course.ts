import { randomUUID } from 'node:crypto';
import type { SqlTx } from '@/lib/infra/db/sql';
import { createCourse, createEntry, createTimetable } from './timetable-world';

const began = new Date();
const hour = began.getUTCHours();

/**
 * The university's zone in tests of attendance: it is noon there when the test begins, so that no midnight passes while it
 * runs. The date is that of UTC. (The signs of these zones are turned round.)
 */
export const TIME_ZONE = hour < 12 ? `Etc/GMT-${12 - hour}` : `Etc/GMT+${hour - 12}`;

/** `2026-11-27`, so many days before today. */
export const daysAgo = (days: number): string =>
  new Date(began.getTime() - days * 86_400_000).toISOString().slice(0, 10);

/** The weekday of a date, 1 is Monday. */
const weekdayOf = (date: string) => ((new Date(date).getUTCDay() + 6) % 7) + 1;

export type AttendanceCourse = Awaited<ReturnType<typeof createAttendanceCourse>>;

/**
 * A course of a term that is now, with one class a week: the last that has begun is today's at midnight, or was yesterday
 * from 10:00 to 11:00.
 */
export async function createAttendanceCourse(
  sql: SqlTx,
  given: {
    code: string;
    departmentId: string;
    faculty: readonly string[];
    students: readonly string[];
    last?: 'today' | 'yesterday';
  },
) {
  const termId = randomUUID();
  await sql.query(
    `INSERT INTO term (id, code, name, academic_year, starts_on, ends_on)
     VALUES ($1, $2, $2, 2026, $3::date - 70, $3::date + 70)`,
    [termId, termId.slice(0, 8), daysAgo(0)],
  );
  const { departmentId, last = 'today', ...course } = given;
  const courseId = await createCourse(sql, { ...course, termId, departmentId });
  const timetableId = await createTimetable(sql, termId, departmentId);
  const entryId = await createEntry(sql, {
    timetableId,
    courseId,
    ...(last === 'today'
      ? { dayOfWeek: weekdayOf(daysAgo(0)), startMinute: 0, endMinute: 60 }
      : { dayOfWeek: weekdayOf(daysAgo(1)) }),
  });
  return { courseId, entryId, termId, departmentId };
}
