import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTestDatabase } from '@/lib/infra/testing/test-database';
import { createDepartment, createUser } from '@/tests/campus';
import { createCourse, createEntry, createTerm, createTimetable } from '@/tests/timetable-world';
import { listTeachers } from './list-teachers';

let database: Awaited<ReturnType<typeof createTestDatabase>>;

beforeAll(async () => {
  database = await createTestDatabase();
  const { sql } = database;
  const anna = await createUser(sql, { role: 'faculty', name: 'Anna 100%' });
  await createUser(sql, { role: 'faculty', name: 'Berta' });
  await createUser(sql, { role: 'student', name: 'Anna Student' });
  const termId = await createTerm(sql);
  const timetableId = await createTimetable(sql, termId, await createDepartment(sql, 'CS'));
  const courseId = await createCourse(sql, { code: 'CS204', termId });
  // Mondays, 10:00 to 11:00.
  await createEntry(sql, { timetableId, courseId, facultyId: anna.id });
});
afterAll(() => database.drop());

const names = async (asked: Parameters<typeof listTeachers>[1]) =>
  (await listTeachers(database.sql, asked)).items.map(({ name, is_free }) => `${name} ${is_free}`);
const monday = (start_time: string, end_time: string) => ({ day: '2031-03-10', start_time, end_time });

it('puts those first who teach nothing then; what ends when it begins is not in the way', async () => {
  expect(await names({})).toEqual(['Anna 100% true', 'Berta true']);
  expect(await names(monday('10:30', '11:30'))).toEqual(['Berta true', 'Anna 100% false']);
  expect(await names(monday('11:00', '12:00'))).toEqual(['Anna 100% true', 'Berta true']);
  expect(await names(monday('09:00', '10:00'))).toEqual(['Anna 100% true', 'Berta true']);
});

it('finds them by any part of the name, and nobody else', async () => {
  expect(await names({ query: 'anna' })).toEqual(['Anna 100% true']);
  expect(await names({ query: '%' })).toEqual(['Anna 100% true']);
});
