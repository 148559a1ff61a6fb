import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type * as z from 'zod';
import { ChangeClass } from '@/lib/contracts/http/timetable-requests';
import { createTestDatabase } from '@/lib/infra/testing/test-database';
import { type Author, createAuthor } from '@/tests/announce';
import { createDepartment, createUser, type TestUser } from '@/tests/campus';
import { createCourse, createEntry, createRoom, createTerm, createTimetable } from '@/tests/timetable-world';
import { DomainProblem } from '../problem';
import { changeClass, undoChange } from './change-class';
import { listClashes } from './queries';
import { readWeek } from './read-week';

const timeZone = 'Europe/Vienna';
let database: Awaited<ReturnType<typeof createTestDatabase>>;
let admin: Author;
let teacher: Author;
let foreign: Author;
let student: Author;
let other: Author;
let users: Record<'teacher' | 'foreign' | 'student' | 'other', TestUser>;
let rooms: { a: string; b: string };
let entries: { cs: string; ma: string; ph: string };
let courses: { cs: string; ma: string };

beforeAll(async () => {
  database = await createTestDatabase();
  const { sql } = database;
  const department = await createDepartment(sql, 'CS');
  users = {
    teacher: await createUser(sql, { role: 'faculty', departmentId: department, name: 'Tara Teacher' }),
    foreign: await createUser(sql, { role: 'faculty', departmentId: department }),
    student: await createUser(sql, { role: 'student', departmentId: department }),
    other: await createUser(sql, { role: 'student', departmentId: department }),
  };
  admin = await createAuthor(database, await createUser(sql, { role: 'admin' }));
  teacher = await createAuthor(database, users.teacher);
  foreign = await createAuthor(database, users.foreign);
  student = await createAuthor(database, users.student);
  other = await createAuthor(database, users.other);
  const termId = await createTerm(sql);
  const timetableId = await createTimetable(sql, termId, department);
  rooms = { a: await createRoom(sql, 'A1'), b: await createRoom(sql, 'B1') };
  const cs = await createCourse(sql, {
    code: 'CS204',
    termId,
    students: [users.student.id],
    faculty: [users.teacher.id],
  });
  const ma = await createCourse(sql, { code: 'MA101', termId, students: [users.student.id, users.other.id] });
  const ph = await createCourse(sql, { code: 'PH110', termId, students: [users.other.id] });
  courses = { cs, ma };
  const teaching = users.teacher.id;
  entries = {
    cs: await createEntry(sql, { timetableId, courseId: cs, roomId: rooms.a, facultyId: teaching }),
    ma: await createEntry(sql, { timetableId, courseId: ma, roomId: rooms.b, dayOfWeek: 2 }),
    ph: await createEntry(sql, { timetableId, courseId: ph, roomId: rooms.a, dayOfWeek: 3, weeks: 'b' }),
  };
  await sql.query(`INSERT INTO holiday (id, term_id, day, name) VALUES ($1, $2, '2031-03-17', 'Day off')`, [
    termId,
    termId,
  ]);
});
afterAll(() => database.drop());
beforeEach(() => database.sql.query('TRUNCATE class_change, outbox_event'));

const change = (who: Author, given: Partial<z.input<typeof ChangeClass>>) =>
  changeClass(who.unitOfWork, {
    actor: who.actor,
    correlationId: 'test',
    timeZone,
    change: ChangeClass.parse({ entry_id: entries.cs, day: '2031-03-10', ...given }),
  });
const weekOf = (who: Author, day: string) => readWeek(database.sql, who.actor, { of: 'me', day, timeZone });
const refusal = async (work: Promise<unknown>) => {
  const error = await work.catch((reason: unknown) => reason);
  if (!(error instanceof DomainProblem)) throw error;
  return [error.code, ...(error.details.errors ?? []).map(({ field, code }) => `${field} ${code}`)];
};
const sent = async () => {
  const { rows } = await database.sql.query<{ payload: { title: string; message: string; to: string[] } }>(
    `SELECT json_build_object('title', body #>> '{payload,title}', 'message', body #>> '{payload,message}',
       'to', body #> '{payload,recipient_filter,user_ids}') AS payload
     FROM (SELECT value::jsonb AS body FROM outbox_event WHERE event_type = 'SEND_BULK' ORDER BY id) AS sent`,
  );
  return rows.map(({ payload }) => payload);
};

describe('a change of one day', () => {
  it('moves a class to another day, time and room, and back', async () => {
    const moved = await change(teacher, {
      new_day: '2031-03-13',
      start_time: '14:00',
      end_time: '15:30',
      room_id: rooms.b,
      message: 'Guest lecture',
    });
    expect(moved).toMatchObject({ status: 'changed', date: '2031-03-13', room: { code: 'B1' } });
    const week = await weekOf(student, '2031-03-12');
    expect(week.meetings.map(({ course, date }) => `${course.code} ${date}`)).toEqual([
      'MA101 2031-03-11',
      'CS204 2031-03-13',
    ]);
    expect(week.meetings[1]).toMatchObject({
      start_time: '14:00',
      message: 'Guest lecture',
      may_change: false,
      planned: { date: '2031-03-10', start_time: '10:00', room: { code: 'A1' } },
    });
    const undone = await undoChange(teacher.unitOfWork, {
      actor: teacher.actor,
      correlationId: 'test',
      timeZone,
      id: moved.change_id ?? '',
    });
    expect(undone).toMatchObject({ status: 'planned', date: '2031-03-10', planned: null });
    const { rows } = await database.sql.query<{ sequence: number }>('SELECT sequence FROM class_change');
    expect(rows).toEqual([{ sequence: 2 }]);
  });

  it('tells those it concerns, with a text of their own for who has another class then', async () => {
    await change(teacher, { new_day: '2031-03-11' });
    expect(await sent()).toEqual([
      {
        title: 'CS204 moved to Tue 11 Mar, 10:00',
        message:
          'Name of CS204. Time: Mon 10 Mar, 10:00 to 11:00 → Tue 11 Mar, 10:00 to 11:00. It clashes with MA101, 10:00 to 11:00.',
        to: [users.student.id],
      },
    ]);
  });

  it('tells the teachers before and after of a substitution, and nobody of another course', async () => {
    await change(admin, { faculty_id: users.foreign.id });
    const [only, ...more] = await sent();
    expect(more).toEqual([]);
    expect(only?.title).toBe('CS204 changed: Mon 10 Mar, 10:00');
    expect(only?.to.sort()).toEqual([users.student.id, users.teacher.id, users.foreign.id].sort());
    const week = await weekOf(foreign, '2031-03-10');
    expect(week.meetings).toMatchObject([{ faculty: { id: users.foreign.id }, may_change: false }]);
    expect((await weekOf(other, '2031-03-10')).meetings.map(({ course }) => course.code)).toEqual([
      'MA101',
      'PH110',
    ]);
  });

  it('leaves what is cancelled in sight', async () => {
    await change(teacher, { cancelled: true, message: 'Ill' });
    expect((await weekOf(student, '2031-03-10')).meetings[0]).toMatchObject({
      status: 'cancelled',
      message: 'Ill',
    });
    expect((await sent())[0]?.title).toBe('CS204 cancelled: Mon 10 Mar, 10:00');
  });

  it.each([
    ['a room that is taken', { new_day: '2031-03-11', room: 'b' }, ['timetable.conflict', 'room_id taken']],
    ['a day on which it is not held', { day: '2031-03-11' }, ['request.invalid', 'day not_held']],
    ['a holiday', { day: '2031-03-17' }, ['request.invalid', 'day not_held']],
    ['a day that has gone', { new_day: '2020-01-06' }, ['request.invalid', 'new_day past']],
    ['a day after the term', { new_day: '2031-07-07' }, ['request.invalid', 'new_day outside_term']],
    [
      'an unknown room',
      { room_id: '00000000-0000-4000-8000-000000000000' },
      ['request.invalid', 'room_id unknown'],
    ],
    [
      'an unknown teacher',
      { faculty_id: '00000000-0000-4000-8000-000000000000' },
      ['request.invalid', 'faculty_id unknown'],
    ],
    ['an unknown class', { entry_id: '00000000-0000-4000-8000-000000000000' }, ['resource.not_found']],
  ])(
    'refuses %s and changes nothing',
    async (_what, { room, ...given }: Record<string, string>, expected) => {
      expect(await refusal(change(admin, { ...given, ...(room ? { room_id: rooms.b } : {}) }))).toEqual(
        expected,
      );
      const { rows } = await database.sql.query(
        'SELECT 1 FROM class_change UNION ALL SELECT 1 FROM outbox_event',
      );
      expect(rows).toEqual([]);
    },
  );

  it('refuses who does not teach the course', async () => {
    expect(await refusal(change(foreign, { cancelled: true }))).toEqual(['auth.forbidden']);
    expect(await refusal(change(student, { cancelled: true }))).toEqual(['auth.forbidden']);
  });

  it.each([
    [{ start_time: '11:00', end_time: '10:00' }],
    [{ start_time: '10:00', end_time: '10:00' }],
    [{ start_time: '10:00' }],
    [{ start_time: '25:00', end_time: '26:00' }],
    [{ day: '2031-02-30' }],
  ])('does not take %j', (given) => {
    const parsed = ChangeClass.safeParse({ entry_id: entries.cs, day: '2031-03-10', ...given });
    expect(parsed.success).toBe(false);
  });
});

describe('the week', () => {
  it('has a class of week B every other week, and none on a holiday', async () => {
    const days = async (day: string) =>
      (await weekOf(other, day)).meetings.map(({ course, date }) => `${course.code} ${date}`);
    expect(await days('2031-03-03')).toEqual(['MA101 2031-03-04']);
    expect(await days('2031-03-16')).toEqual(['MA101 2031-03-11', 'PH110 2031-03-12']);
    const free = await weekOf(student, '2031-03-17');
    expect([free.letter, free.days[0]?.holiday, free.meetings.length]).toEqual(['a', 'Day off', 1]);
  });

  it('knows which courses of a student clash with another', async () => {
    const ofStudent = { studentId: users.student.id, courseId: courses.ma };
    expect(await listClashes(database.sql, ofStudent)).toEqual([]);
    await database.sql.query('UPDATE timetable_entry SET day_of_week = 1 WHERE entry_id = $1', [entries.ma]);
    expect(await listClashes(database.sql, ofStudent)).toMatchObject([
      { course_code: 'CS204', start_time: '10:00' },
    ]);
    await database.sql.query('UPDATE timetable_entry SET day_of_week = 2 WHERE entry_id = $1', [entries.ma]);
  });
});
