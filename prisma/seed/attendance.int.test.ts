import { afterAll, beforeAll, expect, it } from 'vitest';
import { totalsOf } from '@/lib/domain/attendance/update-totals';
import { createTestDatabase } from '@/lib/infra/testing/test-database';
import { seedAttendance } from './attendance';
import { seedDemo } from './seed-demo';

/** The demo is filled up to this day: midnight may pass. */
const began = new Date();
let database: Awaited<ReturnType<typeof createTestDatabase>>;
beforeAll(async () => {
  database = await createTestDatabase();
  await seedDemo(database.sql);
});
afterAll(() => database.drop());

const count = async (what: string) =>
  (await database.sql.query<{ count: number }>(`SELECT count(*)::int AS count ${what}`)).rows[0]?.count;

it('takes the attendance of past classes: marks, their log and the numbers say the same', async () => {
  const now = await count('FROM attendance_mark');
  expect(now).toBeGreaterThan(1_000);
  expect(await count('FROM attendance_change')).toBe(now);
  expect(await count('FROM attendance_session WHERE held_on >= current_date')).toBe(0);
  const marks = 'SELECT course_id, student_id, session_id, status, points FROM attendance_mark';
  const differing = `FROM (
    (SELECT * FROM (${totalsOf(marks)}) AS fresh EXCEPT
      SELECT course_id, student_id, present, late, excused, absent, counted, points, absent_in_row FROM attendance_total)
    UNION ALL (SELECT course_id, student_id, present, late, excused, absent, counted, points, absent_in_row FROM attendance_total
      EXCEPT SELECT * FROM (${totalsOf(marks)}) AS fresh)) AS differing`;
  expect(await count(differing)).toBe(0);
  expect(await count('FROM attendance_total WHERE points < counted * 0.75')).toBeGreaterThan(0);
});

it('adds what is new alone, and leaves what was taken back', async () => {
  await database.sql.query("DELETE FROM attendance_mark WHERE status = 'late'");
  const before = await count('FROM attendance_mark');
  expect(await seedAttendance(database.sql, began)).toBe(0);
  expect(await count('FROM attendance_mark')).toBe(before);
  const nextWeek = new Date(began.getTime() + 7 * 86_400_000);
  const added = await seedAttendance(database.sql, nextWeek);
  const isOtherTerm = (await count('FROM attendance_session WHERE held_on >= current_date')) === 0;
  expect(added > 0 || isOtherTerm).toBe(true);
});
