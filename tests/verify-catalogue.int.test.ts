import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WriteSubject } from '@/lib/contracts/http/course-requests';
import { deleteCourse } from '@/lib/domain/course/change-status';
import { editCourse } from '@/lib/domain/course/edit-course';
import { enrollStudent } from '@/lib/domain/course/enroll-student';
import { findSubject } from '@/lib/domain/subject/queries';
import { writeSubject } from '@/lib/domain/subject/write-subject';
import { testEngines } from '@/lib/infra/testing/test-engine';
import { createUser, type TestUser } from './campus';
import { createCourseRow, type TestCourse } from './course-campus';
import { type LiveCampus, openLiveCampus } from './live-campus';
import { type LiveScreen, openScreen } from './live-screen';
import { createEntry, createTerm, createTimetable } from './timetable-world';
import { verifyAction } from './verify-action';

describe.each(testEngines())('what administrators do with a course, on the $engine log', ({ engine }) => {
  let campus: LiveCampus;
  let course: TestCourse;
  let teacher: TestUser;
  let teachers: LiveScreen;
  beforeAll(async () => {
    campus = await openLiveCampus(engine, async (sql, departmentId) => {
      const termId = await createTerm(sql);
      teacher = await createUser(sql, { role: 'faculty', name: 'Fay' });
      course = await createCourseRow(sql, { capacity: 5, termId });
      const timetableId = await createTimetable(sql, termId, departmentId);
      await createEntry(sql, { timetableId, courseId: course.id, facultyId: teacher.id });
    });
    teachers = await openScreen(campus.database, campus.bffs[1].origin, teacher);
    await teachers.connect();
    const { unitOfWork, actor } = campus.student;
    await verify(
      () => enrollStudent(unitOfWork, { actor, correlationId: randomUUID(), courseId: course.id, wish: {} }),
      (screen) => seen(screen)?.taken === 1,
    );
  }, 90_000);
  afterAll(async () => {
    teachers.close();
    await campus.close();
  });

  const seen = (screen: LiveScreen) => screen.shown().courses.find(({ id }) => id === course.id);
  const isOf = (screen: LiveScreen, user: { id: string }) => screen.user.id === user.id;
  const classes = (screen: LiveScreen) => screen.shown().week?.meetings ?? [];
  const verify = (act: () => Promise<unknown>, reached: (screen: LiveScreen) => boolean) =>
    verifyAction(campus.database, [...campus.all, teachers], act, reached);
  const by = () => ({ actor: campus.author.actor, correlationId: randomUUID() });

  it('who teaches it is on every screen, and is told', async () => {
    const faculty = [{ user_id: teacher.id, role: 'primary' as const }];
    const ifMatch = seen(campus.screens.admin)?.version ?? 0;
    const { unitOfWork } = campus.author;
    await verify(
      () => editCourse(unitOfWork, { ...by(), id: course.id, ifMatch, change: { faculty } }),
      (screen) =>
        seen(screen)?.faculty[0]?.name === 'Fay' &&
        (!isOf(screen, teacher) || screen.shown().notifications.length === 1),
    );
    expect(campus.screens.cs.shown().notifications).toEqual([]);
  });

  it('under another name of its subject it is called so on every screen, and its classes are', async () => {
    const subject = await findSubject(campus.database.sql, course.subjectId);
    const over = { id: course.subjectId, ifMatch: subject?.version ?? 0 };
    const draft = WriteSubject.parse({ code: 'CS900', name: 'Compilers' });
    const { unitOfWork } = campus.author;
    await verify(
      () => writeSubject(unitOfWork, { ...by(), over, subject: draft }),
      (screen) =>
        seen(screen)?.name === 'Compilers' &&
        classes(screen).every(({ course: { code } }) => code === 'CS900'),
    );
    expect(classes(campus.screens.cs)).toHaveLength(1);
  });

  it('deleted it is on no screen, and whoever was in it or taught it is told and has no class of it', async () => {
    const { unitOfWork } = campus.author;
    expect(classes(teachers)).toHaveLength(1);
    await verify(
      () => deleteCourse(unitOfWork, { ...by(), id: course.id, reason: 'Too few' }),
      (screen) =>
        !seen(screen) &&
        classes(screen).length === 0 &&
        (!isOf(screen, campus.inCs) || screen.shown().notifications.length === 1) &&
        (!isOf(screen, teacher) || screen.shown().notifications.length === 2),
    );
    expect(campus.screens.me.shown().notifications).toEqual([]);
  });
});
