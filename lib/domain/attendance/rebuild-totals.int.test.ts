import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { AttendanceStatus } from '@/lib/contracts/http/attendance';
import { createTestDatabase } from '@/lib/infra/testing/test-database';
import { type AttendanceWorld, createAttendanceWorld } from '@/tests/attendance-world';
import { rebuildTotals } from './rebuild-totals';

let database: Awaited<ReturnType<typeof createTestDatabase>>;
let world: AttendanceWorld;

beforeAll(async () => {
  database = await createTestDatabase();
  world = await createAttendanceWorld(database, { code: 'CS204', students: ['Ada', 'Ben', 'Cyd'] });
});
afterAll(() => database.drop());

const totals = async () =>
  (
    await database.sql.query(
      `SELECT student_id, present, late, excused, absent, counted, points::float8 AS points, absent_in_row
       FROM attendance_total ORDER BY student_id`,
    )
  ).rows;

const statuses: (AttendanceStatus | null)[] = ['present', 'late', 'excused', 'absent', null];
const change = fc.record({
  weeks: fc.integer({ min: 0, max: 9 }),
  student: fc.integer({ min: 0, max: 2 }),
  status: fc.constantFrom(...statuses),
});

it('gives what was there, whatever was marked, corrected and taken back, when the numbers are lost', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 12 }), async (changes) => {
      for (const { weeks, student, status } of changes) await world.mark(weeks, { [student]: status });
      const before = await totals();
      expect(await rebuildTotals(database, { dryRun: false })).toMatchObject({ different: 0 });
      await database.sql.query('DELETE FROM attendance_total');
      expect(await rebuildTotals(database, { dryRun: false })).toMatchObject({ different: before.length });
      expect(await totals()).toEqual(before);
    }),
    { numRuns: 12 },
  );
});

it('says what differs, and with a dry run changes nothing', async () => {
  await world.mark(9, { 0: 'present', 1: 'absent' });
  const right = await totals();
  const ada = world.students[0]?.id;
  await database.sql.query('UPDATE attendance_total SET points = points + 1 WHERE student_id = $1', [ada]);
  await database.sql.query('DELETE FROM attendance_total WHERE student_id = $1', [world.students[1]?.id]);
  const wrong = await totals();
  const { different, differences } = await rebuildTotals(database, { dryRun: true });
  expect(different).toBe(2);
  expect(differences.find(({ student_id }) => student_id === ada)).toMatchObject({
    course_id: world.courseId,
    kept: expect.any(String),
    rebuilt: expect.any(String),
  });
  expect(await totals()).toEqual(wrong);
  await rebuildTotals(database, { dryRun: false });
  expect(await totals()).toEqual(right);
});
