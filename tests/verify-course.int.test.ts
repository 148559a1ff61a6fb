import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dropStudent } from '@/lib/domain/course/drop-student';
import { editCourse } from '@/lib/domain/course/edit-course';
import { enrollByCsv } from '@/lib/domain/course/enroll-by-csv';
import { enrollStudent } from '@/lib/domain/course/enroll-student';
import { gradeStudent } from '@/lib/domain/course/grade-student';
import { changeClass, undoChange } from '@/lib/domain/timetable/change-class';
import { testEngines } from '@/lib/infra/testing/test-engine';
import { type Author, createAuthor } from './announce';
import { createCourseRow } from './course-campus';
import { type LiveCampus, openLiveCampus } from './live-campus';
import type { LiveScreen } from './live-screen';
import { createEntry, createTerm, createTimetable } from './timetable-world';
import { verifyAction } from './verify-action';

const timeZone = 'Europe/Vienna';

describe.each(testEngines())('seats and classes, and their pushes on the $engine log', ({ engine }) => {
  let campus: LiveCampus;
  let other: Author;
  let courseId = '';
  let entryId = '';
  beforeAll(async () => {
    campus = await openLiveCampus(engine, async (sql, departmentId) => {
      const termId = await createTerm(sql);
      await sql.query("UPDATE term SET enrollment_opens_at = now() - interval '1 day'");
      courseId = (await createCourseRow(sql, { capacity: 1, termId })).id;
      entryId = await createEntry(sql, {
        timetableId: await createTimetable(sql, termId, departmentId),
        courseId,
      });
    });
    other = await createAuthor(campus.database, campus.inMe);
    for (const screen of campus.all) await screen.openCourse(courseId);
  }, 90_000);
  afterAll(() => campus.close());

  const seen = (screen: LiveScreen) => screen.shown().courses.find(({ id }) => id === courseId);
  const isOf = (screen: LiveScreen, user: { id: string }) => screen.user.id === user.id;
  const verify = (act: () => Promise<unknown>, reached: (screen: LiveScreen) => boolean) =>
    verifyAction(campus.database, campus.all, act, reached);
  const request = (who: Author) => ({ actor: who.actor, correlationId: randomUUID(), courseId });
  const enroll = (who: Author) => enrollStudent(who.unitOfWork, { ...request(who), wish: {} });
  const drop = (who: Author) => dropStudent(who.unitOfWork, { ...request(who), wish: { reason: '' } });

  it('who enrols has the seat and the class on all screens, and every catalogue counts it', async () => {
    await verify(
      () => enroll(campus.student),
      (screen) =>
        seen(screen)?.taken === 1 &&
        (!isOf(screen, campus.inCs) ||
          (seen(screen)?.own?.status === 'enrolled' && screen.shown().week?.meetings.length === 1)),
    );
    expect(campus.screens.me.shown().week?.meetings).toEqual([]);
  });

  it('a class that is changed for a day, and changed back, is so for who attends it alone', async () => {
    const { unitOfWork, actor } = campus.author;
    const [meeting] = campus.screens.cs.shown().week?.meetings ?? [];
    const change = { entry_id: entryId, day: meeting?.day ?? '', cancelled: true, message: 'Ill' };
    const asked = { actor, timeZone };
    // Who waits for a seat looks at the page of the course; administrators too.
    await enroll(other);
    const isNow = (status: string, told: number) => (screen: LiveScreen) =>
      screen.shown().coursePages[0]?.week?.meetings[0]?.status === status &&
      (!isOf(screen, campus.inCs) ||
        (screen.shown().week?.meetings[0]?.status === status &&
          screen.shown().notifications.length === told));
    let changeId = '';
    await verify(
      async () => {
        const changed = await changeClass(unitOfWork, { ...asked, correlationId: randomUUID(), change });
        changeId = changed.change_id ?? '';
      },
      isNow('cancelled', 1),
    );
    await verify(
      () => undoChange(unitOfWork, { ...asked, correlationId: randomUUID(), id: changeId }),
      isNow('planned', 2),
    );
    await drop(other);
    expect(campus.screens.me.shown().notifications).toEqual([]);
  });

  it('of a full course the next stands in line, and has the seat with the drop of another', async () => {
    await verify(
      () => enroll(other),
      (screen) =>
        seen(screen)?.waiting === 1 && (!isOf(screen, campus.inMe) || seen(screen)?.own?.position === 1),
    );
    await verify(
      () => drop(campus.student),
      (screen) =>
        seen(screen)?.waiting === 0 &&
        (!isOf(screen, campus.inMe) ||
          (seen(screen)?.own?.status === 'enrolled' && screen.shown().notifications.length === 1)) &&
        (!isOf(screen, campus.inCs) || seen(screen)?.own?.status === 'dropped'),
    );
  });

  it('what is announced to a course is on the screens of who is in it, and of who comes in later', async () => {
    const { id } = await campus.author.draft({
      title: 'Bring your laptops',
      target_audience: 'course',
      target_details: { course_ids: [courseId] },
    });
    const has = (screen: LiveScreen) => screen.shown().announcements.some((row) => row.id === id);
    const isOnPage = (screen: LiveScreen) =>
      screen.shown().coursePages[0]?.announcements.some((row) => row.id === id) ?? false;
    const isTold = (screen: LiveScreen) =>
      screen.shown().notifications.some((row) => row.title === 'Bring your laptops');
    await verify(
      () => campus.author.publish(id),
      (screen) =>
        (!isOf(screen, campus.inMe) || (has(screen) && isTold(screen) && isOnPage(screen))) &&
        (!isOf(screen, campus.admin) || isOnPage(screen)),
    );
    const { cs } = campus.screens;
    expect([has(cs), isTold(cs), isOnPage(cs)]).toEqual([false, false, false]);
    await verify(
      () => drop(other),
      (screen) => !isOf(screen, campus.inMe) || (!has(screen) && !isOnPage(screen)),
    );
    await verify(
      () => enroll(campus.student),
      (screen) => !isOf(screen, campus.inCs) || (has(screen) && isOnPage(screen)),
    );
    await verify(
      () => campus.author.remove(id),
      (screen) => !has(screen) && !isOnPage(screen),
    );
  });

  it('more seats are counted on every screen', async () => {
    const { unitOfWork, actor } = campus.author;
    const ifMatch = seen(campus.screens.admin)?.version ?? 0;
    const one = { actor, correlationId: randomUUID(), id: courseId, ifMatch };
    await verify(
      () => editCourse(unitOfWork, { ...one, change: { capacity: 5 } }),
      (screen) => seen(screen)?.capacity === 5,
    );
  });

  it('who comes in by a table, and is graded, sees so on all screens, and so do administrators', async () => {
    const { unitOfWork, actor } = campus.author;
    const asked = { actor, correlationId: randomUUID(), courseId };
    const csv = `email\n${campus.inMe.id}@test.example`;
    const rowOf = (screen: LiveScreen) =>
      screen.shown().coursePages[0]?.people.find(({ id }) => id === campus.inMe.id);
    const stands = (status: string) => (screen: LiveScreen) =>
      (!isOf(screen, campus.inMe) || seen(screen)?.own?.status === status) &&
      (!isOf(screen, campus.admin) || rowOf(screen)?.status === status);
    const told = campus.screens.me.shown().notifications.length;
    await verify(
      () => enrollByCsv(unitOfWork, { ...asked, given: { csv, dry_run: false } }),
      (screen) =>
        stands('enrolled')(screen) &&
        (!isOf(screen, campus.inMe) || screen.shown().notifications.length === told + 1),
    );
    const given = { student_id: campus.inMe.id, outcome: 'completed' as const, grade: 'A', grade_points: 9 };
    await verify(
      () => gradeStudent(unitOfWork, { ...asked, given: { ...given, reason: '' } }),
      (screen) =>
        stands('completed')(screen) &&
        (!isOf(screen, campus.inMe) || screen.shown().notifications.length === told + 2),
    );
    expect(rowOf(campus.screens.admin)).toMatchObject({ grade: 'A', grade_points: 9 });
  });
});
