import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { AttendanceStatus } from '@/lib/contracts/http/attendance';
import { createTestDatabase } from '@/lib/infra/testing/test-database';
import { type Author, createAuthor } from '@/tests/announce';
import { createAttendanceCourse, daysAgo, TIME_ZONE as timeZone } from '@/tests/attendance-course';
import { createDepartment, createUser, type TestUser } from '@/tests/campus';
import { closeSession, reopenSession } from './close-session';
import { listSessions } from './list-sessions';
import { openSession } from './open-session';
import { readRoster } from './read-roster';
import { markAll, saveMarks } from './save-marks';

const today = daysAgo(0);

let database: Awaited<ReturnType<typeof createTestDatabase>>;
let teacher: Author;
let stranger: Author;
let students: TestUser[];
let outsider: TestUser;
let courseId = '';
let entryId = '';
let sessionId = '';

beforeAll(async () => {
  database = await createTestDatabase();
  const { sql } = database;
  const departmentId = await createDepartment(sql, 'CS');
  const faculty = await createUser(sql, { role: 'faculty' });
  teacher = await createAuthor(database, faculty);
  stranger = await createAuthor(database, await createUser(sql, { role: 'faculty' }));
  students = [];
  for (const name of ['Ada', 'Ben', 'Cyd'])
    students.push(await createUser(sql, { role: 'student', name, departmentId }));
  outsider = await createUser(sql, { role: 'student', departmentId });
  ({ courseId, entryId } = await createAttendanceCourse(sql, {
    code: 'CS204',
    departmentId,
    faculty: [faculty.id],
    students: students.map(({ id }) => id),
  }));
});
afterAll(() => database.drop());
beforeEach(async () => {
  await database.sql.query('TRUNCATE attendance_session, attendance_total, class_change CASCADE');
  sessionId = (await open(today)).id ?? '';
});

const request = (who: Author) => ({ actor: who.actor, correlationId: randomUUID(), timeZone });
const open = (day: string, who = teacher) =>
  openSession(who.unitOfWork, { ...request(who), wanted: { entry_id: entryId, day } });
type Given = { student: number; status: AttendanceStatus | null; version?: number; remark?: string };
const save = (marks: Given[], { reason = '', id = sessionId, who = teacher } = {}) =>
  saveMarks(who.unitOfWork, {
    ...request(who),
    id,
    given: {
      reason,
      marks: marks.map(({ student, ...mark }) => ({
        student_id: students[student]?.id ?? outsider.id,
        custom_code: '',
        ...mark,
      })),
    },
  });
const totals = async () =>
  (
    await database.sql.query<{ name: string }>(
      `SELECT name, present, absent, counted, points::float8 AS points, absent_in_row
       FROM attendance_total JOIN app_user ON app_user.id = student_id ORDER BY name`,
    )
  ).rows;
const events = async () =>
  (
    await database.sql.query<{ event_type: string }>(
      `SELECT event_type FROM outbox_event WHERE topic = 'attendance.events' ORDER BY id`,
    )
  ).rows.map(({ event_type }) => event_type);

describe('marks', () => {
  it('are written with their log, the numbers and the events, in one transaction', async () => {
    const before = (await events()).length;
    const saved = await save([
      { student: 0, status: 'present' },
      { student: 1, status: 'absent', remark: 'Not seen' },
    ]);
    expect(saved.counts).toEqual({ students: 3, present: 1, late: 0, excused: 0, absent: 1 });
    expect(saved.marks.map(({ version }) => version)).toEqual([1, 1]);
    await save([{ student: 1, status: 'excused' }]);
    expect(await totals()).toEqual([
      { name: 'Ada', present: 1, absent: 0, counted: 1, points: 1, absent_in_row: 0 },
      { name: 'Ben', present: 0, absent: 0, counted: 0, points: 0, absent_in_row: 0 },
    ]);
    expect((await events()).slice(before)).toEqual(['ATTENDANCE_MARKED', 'ATTENDANCE_UPDATED']);
    const { rows } = await database.sql.query(
      'SELECT old_status, status, remark FROM attendance_change WHERE student_id = $1 ORDER BY seq',
      [students[1]?.id],
    );
    expect(rows).toEqual([
      { old_status: null, status: 'absent', remark: 'Not seen' },
      { old_status: 'absent', status: 'excused', remark: 'Not seen' },
    ]);
  });

  it('that are as they were change nothing and tell nobody', async () => {
    await save([{ student: 0, status: 'late' }]);
    const before = await events();
    const again = await save([{ student: 0, status: 'late', version: 0 }]);
    expect(again.marks[0]?.version).toBe(1);
    expect(await events()).toEqual(before);
  });

  it('can be taken back: the student is unmarked, not present', async () => {
    await save([{ student: 0, status: 'present' }]);
    const back = await save([{ student: 0, status: null, version: 1 }]);
    expect(back.counts).toMatchObject({ students: 3, present: 0 });
    expect(await totals()).toEqual([]);
    const roster = await readRoster(database.sql, { actor: teacher.actor, id: sessionId, timeZone });
    expect(roster.students.map(({ name, status, version }) => ({ name, status, version }))).toEqual([
      { name: 'Ada', status: null, version: 2 },
      { name: 'Ben', status: null, version: 0 },
      { name: 'Cyd', status: null, version: 0 },
    ]);
    // Who saw the first mark has not seen that it was taken back.
    await save([{ student: 0, status: 'late', version: 2 }]);
    await expect(save([{ student: 0, status: 'absent', version: 1 }])).rejects.toMatchObject({
      code: 'precondition.failed',
      details: { current: [{ student_id: students[0]?.id, status: 'late', version: 3 }] },
    });
  });

  it('that somebody changed in the meantime are refused whole, with what they are now', async () => {
    await save([{ student: 0, status: 'late' }]);
    const conflict = save([
      { student: 1, status: 'present', version: 0 },
      { student: 0, status: 'absent', version: 0 },
    ]);
    await expect(conflict).rejects.toMatchObject({
      code: 'precondition.failed',
      details: { current: [{ student_id: students[0]?.id, status: 'late', version: 1 }] },
    });
    expect((await totals()).map(({ name }) => name)).toEqual(['Ada']);
  });

  it('of two at the same moment both count in the numbers', async () => {
    const last = (await open(daysAgo(7))).id ?? '';
    await Promise.all([
      save([{ student: 0, status: 'absent' }]),
      save([{ student: 0, status: 'absent' }], { id: last }),
      save([{ student: 1, status: 'present' }]),
    ]);
    expect(await totals()).toMatchObject([
      { name: 'Ada', absent: 2, counted: 2, absent_in_row: 2 },
      { name: 'Ben', present: 1 },
    ]);
    await save([{ student: 0, status: 'present' }]);
    expect((await totals())[0]).toMatchObject({ absent: 1, absent_in_row: 0 });
  });

  it('of a whole class are one event', async () => {
    await save([{ student: 2, status: 'absent' }]);
    const before = (await events()).length;
    const all = await markAll(teacher.unitOfWork, {
      ...request(teacher),
      id: sessionId,
      given: { status: 'present', only_unmarked: true, reason: '' },
    });
    expect(all.counts).toEqual({ students: 3, present: 2, late: 0, excused: 0, absent: 1 });
    expect((await events()).slice(before)).toEqual(['ATTENDANCE_BULK_MARKED']);
  });
});

describe('refused', () => {
  const refused = (work: Promise<unknown>, code: string) => expect(work).rejects.toMatchObject({ code });

  it('who is not in the course, and nothing of the request is written', async () => {
    await refused(
      save([
        { student: 0, status: 'present' },
        { student: 9, status: 'present' },
      ]),
      'attendance.not_in_course',
    );
    expect(await totals()).toEqual([]);
  });

  it('who does not teach the course', async () => {
    await refused(save([{ student: 0, status: 'present' }], { who: stranger }), 'auth.forbidden');
    await refused(open(today, stranger), 'auth.forbidden');
    await refused(
      readRoster(database.sql, { actor: stranger.actor, id: sessionId, timeZone }),
      'auth.forbidden',
    );
  });

  it('a day without this class, a holiday, a cancelled class', async () => {
    await refused(open(daysAgo(1)), 'attendance.not_held');
    await database.sql.query(
      `INSERT INTO class_change (id, entry_id, day, is_cancelled) VALUES ($1, $2, $3::date, true)`,
      [randomUUID(), entryId, today],
    );
    await refused(open(today), 'attendance.cancelled');
    await refused(save([{ student: 0, status: 'present' }]), 'attendance.cancelled');
    await database.sql.query(
      'INSERT INTO holiday (id, term_id, day, name) SELECT $1, term_id, $2::date, $3 FROM course WHERE id = $4',
      [randomUUID(), daysAgo(7), 'Foundation day', courseId],
    );
    await refused(open(daysAgo(7)), 'attendance.not_held');
    await database.sql.query('DELETE FROM holiday');
  });

  it('a class that has not begun', async () => {
    const next = (await open(daysAgo(-7))).id ?? '';
    await refused(save([{ student: 0, status: 'present' }], { id: next }), 'attendance.too_early');
    await refused(
      closeSession(teacher.unitOfWork, { ...request(teacher), id: next }),
      'attendance.too_early',
    );
  });

  it('a class that is frozen', async () => {
    const old = (await open(daysAgo(21))).id ?? '';
    await refused(save([{ student: 0, status: 'present' }], { id: old }), 'attendance.frozen');
    await refused(reopenSession(teacher.unitOfWork, { ...request(teacher), id: old }), 'attendance.frozen');
  });

  it('a change of a closed class without a reason', async () => {
    const of = { ...request(teacher), id: sessionId };
    expect((await closeSession(teacher.unitOfWork, of)).state).toBe('closed');
    await refused(save([{ student: 0, status: 'present' }]), 'attendance.reason_needed');
    await save([{ student: 0, status: 'present' }], { reason: 'Was there' });
    const { rows } = await database.sql.query('SELECT reason, source FROM attendance_change');
    expect(rows).toEqual([{ reason: 'Was there', source: 'correction' }]);
    expect((await reopenSession(teacher.unitOfWork, of)).state).toBe('open');
    await save([{ student: 0, status: 'late' }]);
  });

  it('a status of the university that is unknown, and one student twice', async () => {
    const mark = { student_id: students[0]?.id ?? '', status: 'excused' as const };
    const give = (marks: object[]) =>
      saveMarks(teacher.unitOfWork, {
        ...request(teacher),
        id: sessionId,
        given: { reason: '', marks: marks.map((each) => ({ ...mark, custom_code: '', ...each })) },
      });
    await refused(give([{ custom_code: 'duty' }]), 'request.invalid');
    await refused(give([{}, {}]), 'request.invalid');
    await database.sql.query(
      `INSERT INTO attendance_custom_status (code, name, counts_as, points) VALUES ('duty', 'On duty', 'excused', 1)`,
    );
    await give([{ custom_code: 'duty' }]);
    expect(await totals()).toMatchObject([{ name: 'Ada', counted: 1, points: 1 }]);
  });
});

it('lists planned classes, opened ones and ad hoc ones; the cancelled are none', async () => {
  const list = () => listSessions(database.sql, teacher.actor, { timeZone });
  await save([{ student: 0, status: 'present' }]);
  await openSession(teacher.unitOfWork, {
    ...request(teacher),
    wanted: {
      course_id: courseId,
      day: daysAgo(2),
      start_time: '10:00',
      end_time: '11:00',
      title: 'Excursion',
    },
  });
  const shown = (await list()).items.map(({ date, state, title, counts, is_frozen }) => [
    date,
    state,
    title,
    counts.present,
    counts.students,
    is_frozen,
  ]);
  expect(shown).toEqual([
    [today, 'open', '', 1, 3, false],
    [daysAgo(2), 'open', 'Excursion', 0, 3, false],
    [daysAgo(7), 'planned', '', 0, 3, false],
    [daysAgo(14), 'planned', '', 0, 3, false],
  ]);
  await database.sql.query(
    `INSERT INTO class_change (id, entry_id, day, is_cancelled) VALUES ($1, $2, $3::date, true)`,
    [randomUUID(), entryId, daysAgo(7)],
  );
  expect((await list()).items.map(({ date }) => date)).not.toContain(daysAgo(7));
  expect((await listSessions(database.sql, stranger.actor, { timeZone })).items).toEqual([]);
});
