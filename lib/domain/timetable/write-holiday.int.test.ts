import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTestDatabase } from '@/lib/infra/testing/test-database';
import { type Author, createAuthor } from '@/tests/announce';
import { createDepartment, createUser } from '@/tests/campus';
import { createCourse, createEntry, createTerm, createTimetable } from '@/tests/timetable-world';
import { readWeek } from './read-week';
import { deleteHoliday, writeHoliday } from './write-holiday';

const timeZone = 'Europe/Vienna';
let database: Awaited<ReturnType<typeof createTestDatabase>>;
let admin: Author;
let student: Author;
let teacher: Author;
let termId: string;

beforeAll(async () => {
  database = await createTestDatabase();
  const { sql } = database;
  admin = await createAuthor(database, await createUser(sql, { role: 'admin' }));
  student = await createAuthor(database, await createUser(sql, { role: 'student' }));
  teacher = await createAuthor(database, await createUser(sql, { role: 'faculty' }));
  const other = await createUser(sql, { role: 'student' });
  termId = await createTerm(sql);
  const timetableId = await createTimetable(sql, termId, await createDepartment(sql, 'CS'));
  const facultyId = teacher.actor.userId;
  const monday = await createCourse(sql, { code: 'CS204', termId, students: [student.actor.userId] });
  const tuesday = await createCourse(sql, { code: 'MA101', termId, students: [other.id] });
  await createEntry(sql, { timetableId, courseId: monday, facultyId });
  await createEntry(sql, { timetableId, courseId: tuesday, dayOfWeek: 2 });
});
afterAll(() => database.drop());

const request = () => ({ actor: admin.actor, correlationId: 'test', timeZone });
const write = (day: string, name: string) =>
  admin.unitOfWork.run({ correlationId: 'test' }, (tx) =>
    writeHoliday(tx, { ...request(), holiday: { term_id: termId, day, name } }),
  );
const sent = async () => {
  const { rows } = await database.sql.query<{ title: string; people: string[] }>(
    `SELECT value::jsonb #>> '{payload,title}' AS title,
       ARRAY(SELECT jsonb_array_elements_text(value::jsonb #> '{payload,recipient_filter,user_ids}') ORDER BY 1) AS people
     FROM outbox_event WHERE event_type = 'SEND_BULK' ORDER BY id`,
  );
  return rows.map(({ title, people }) => [title, people]);
};
const classes = async () =>
  (await readWeek(database.sql, student.actor, { of: 'me', day: '2031-03-10', timeZone })).meetings.length;

it('takes the classes of a day and gives them back; those who have them are told, once', async () => {
  const people = [student.actor.userId, teacher.actor.userId].sort();
  const { id } = await write('2031-03-10', 'Founding day');
  expect(await classes()).toBe(0);
  await write('2031-03-10', 'Day of the founding');
  await write('2031-03-12', 'Nobody has classes');
  expect(await sent()).toEqual([['No classes on Mon 10 Mar: Founding day', people]]);
  await admin.unitOfWork.run({ correlationId: 'test' }, (tx) => deleteHoliday(tx, { ...request(), id }));
  expect(await classes()).toBe(1);
  expect((await sent()).at(-1)).toEqual(['Classes are held on Mon 10 Mar after all', people]);
  const { rows } = await database.sql.query<{ action: string }>('SELECT action FROM audit_entry ORDER BY id');
  expect(rows.map(({ action }) => action)).toEqual([
    'holiday.written',
    'holiday.written',
    'holiday.written',
    'holiday.removed',
  ]);
});
