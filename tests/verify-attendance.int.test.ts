import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { attendanceKeys } from '@/lib/client/attendance/attendance-keys';
import { type AttendanceStatus, Roster } from '@/lib/contracts/http/attendance';
import { closeSession, reopenSession } from '@/lib/domain/attendance/close-session';
import { listSessions } from '@/lib/domain/attendance/list-sessions';
import { openSession } from '@/lib/domain/attendance/open-session';
import { readRoster } from '@/lib/domain/attendance/read-roster';
import { markAll, saveMarks } from '@/lib/domain/attendance/save-marks';
import { deleteCourse } from '@/lib/domain/course/change-status';
import { changeClass } from '@/lib/domain/timetable/change-class';
import { testEngines } from '@/lib/infra/testing/test-engine';
import { type Author, createAuthor } from './announce';
import { createAttendanceCourse, daysAgo, TIME_ZONE as timeZone } from './attendance-course';
import { createUser, type TestUser } from './campus';
import { type LiveCampus, openLiveCampus } from './live-campus';
import { type LiveScreen, openScreen } from './live-screen';
import { verifyAction } from './verify-action';

describe.each(testEngines())('marks, and their pushes on the $engine log', ({ engine }) => {
  let campus: LiveCampus;
  let teacher: Author;
  let teacherScreen: LiveScreen;
  let student: TestUser;
  let courseId = '';
  let entryId = '';
  let sessionId = '';

  beforeAll(async () => {
    let faculty: TestUser | undefined;
    campus = await openLiveCampus(engine, async (sql, departmentId) => {
      faculty = await createUser(sql, { role: 'faculty' });
      student = await createUser(sql, { role: 'student', departmentId });
      const course = { code: 'CS204', departmentId, faculty: [faculty.id], students: [student.id] };
      ({ courseId, entryId } = await createAttendanceCourse(sql, course));
    });
    if (!faculty) throw new Error('nobody teaches');
    const { database, bffs } = campus;
    teacher = await createAuthor(database, faculty);
    teacherScreen = await openScreen(database, bffs[1].origin, faculty);
    await teacherScreen.connect();
    sessionId = await open(daysAgo(0));
    for (const screen of [teacherScreen, campus.screens.admin]) {
      const { sql } = database;
      await screen.openPart({
        queryKey: attendanceKeys.roster(sessionId),
        read: (actor) => readRoster(sql, { actor, id: sessionId, timeZone }),
      });
      const asked = { course_id: courseId };
      await screen.openPart({
        queryKey: attendanceKeys.sessionList(asked),
        read: (actor) => listSessions(sql, actor, { ...asked, timeZone }),
      });
    }
  }, 90_000);
  afterAll(async () => {
    teacherScreen.close();
    await campus.close();
  });

  const request = () => ({ actor: teacher.actor, correlationId: randomUUID(), timeZone });
  const open = async (day: string) =>
    (await openSession(teacher.unitOfWork, { ...request(), wanted: { entry_id: entryId, day } })).id ?? '';
  const mark = (status: AttendanceStatus | null) =>
    saveMarks(teacher.unitOfWork, {
      ...request(),
      id: sessionId,
      given: { reason: '', marks: [{ student_id: student.id, status, custom_code: '' }] },
    });
  const all = () => [...campus.all, teacherScreen];
  const shownRoster = (screen: LiveScreen) => Roster.parse(screen.shown().parts[0]);
  const takes = (screen: LiveScreen) => screen.parts.length > 0;
  const verify = (act: () => Promise<unknown>, reached: (roster: Roster) => boolean) =>
    verifyAction(campus.database, all(), act, (screen) => !takes(screen) || reached(shownRoster(screen)));

  it.each(['absent', 'excused', null, 'present'] as const)('a mark that becomes %s', async (status) => {
    await verify(
      () => mark(status),
      ({ students }) => students[0]?.status === status,
    );
  });

  it('a whole class marked at once, closed, and opened again', async () => {
    const of = { ...request(), id: sessionId };
    await mark(null);
    await verify(
      () =>
        markAll(teacher.unitOfWork, {
          ...of,
          given: { status: 'present', only_unmarked: true, reason: '' },
        }),
      ({ session }) => session.counts.present === 1,
    );
    await verify(
      () => closeSession(teacher.unitOfWork, of),
      ({ session }) => session.state === 'closed',
    );
    await verify(
      () => reopenSession(teacher.unitOfWork, of),
      ({ session }) => session.state === 'open',
    );
  });

  const readSessions = async () =>
    (
      await campus.database.sql.query<{ id: string; state: string; start_minute: number }>(
        'SELECT id, state, start_minute FROM attendance_session ORDER BY day',
      )
    ).rows;

  it('a roster that nobody has marked follows the class, and one that was marked stays', async () => {
    const next = await open(daysAgo(-7));
    const change = { entry_id: entryId, day: daysAgo(-7), start_time: '09:00', end_time: '10:00' };
    const { unitOfWork, actor } = campus.author;
    await changeClass(unitOfWork, {
      ...{ actor, timeZone, correlationId: randomUUID() },
      change: { ...change, cancelled: false, message: '' },
    });
    await vi.waitFor(
      async () =>
        expect(await readSessions()).toEqual([
          { id: sessionId, state: 'open', start_minute: 0 },
          { id: next, state: 'open', start_minute: 540 },
        ]),
      { timeout: 20_000 },
    );
  });

  it('a course that is deleted takes no attendance', async () => {
    const { unitOfWork, actor } = campus.author;
    await deleteCourse(unitOfWork, {
      actor,
      correlationId: randomUUID(),
      id: courseId,
      reason: '',
    });
    await vi.waitFor(
      async () => expect((await readSessions()).map(({ state }) => state)).toEqual(['closed', 'closed']),
      { timeout: 20_000 },
    );
  });
});
