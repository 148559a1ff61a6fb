import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { deleteHoliday, writeHoliday } from '@/lib/domain/timetable/write-holiday';
import { testEngines } from '@/lib/infra/testing/test-engine';
import { type LiveCampus, openLiveCampus } from './live-campus';
import { createCourse, createEntry, createTerm, createTimetable } from './timetable-world';
import { verifyAction } from './verify-action';

const DAY = '2031-03-10';

describe.each(testEngines())('a holiday and its pushes on the $engine log', ({ engine }) => {
  let campus: LiveCampus;
  let [termId, holidayId] = ['', ''];
  beforeAll(async () => {
    campus = await openLiveCampus(engine, async (sql, departmentId) => {
      termId = await createTerm(sql);
      const timetableId = await createTimetable(sql, termId, departmentId);
      const { rows } = await sql.query<{ id: string; is_in_cs: boolean }>(
        `SELECT id, department_id = $1 AS is_in_cs FROM app_user WHERE role = 'student'`,
        [departmentId],
      );
      const students = (isInCs: boolean) =>
        rows.filter(({ is_in_cs }) => is_in_cs === isInCs).map(({ id }) => id);
      const monday = await createCourse(sql, { code: 'CS204', termId, students: students(true) });
      const tuesday = await createCourse(sql, { code: 'MA101', termId, students: students(false) });
      await createEntry(sql, { timetableId, courseId: monday });
      await createEntry(sql, { timetableId, courseId: tuesday, dayOfWeek: 2 });
    });
  }, 90_000);
  afterAll(() => campus.close());

  const request = () => ({
    actor: campus.author.actor,
    correlationId: randomUUID(),
    timeZone: 'Europe/Vienna',
  });
  const run = <T>(work: Parameters<typeof campus.author.unitOfWork.run<T>>[1]) =>
    campus.author.unitOfWork.run({ correlationId: randomUUID() }, work);
  /** Whose classes are of another day is not told: nothing is pushed to them. The holiday's name comes with their next answer. */
  const verify = async (act: () => Promise<unknown>, classes: number, told: number) => {
    const others = [campus.screens.me, campus.screens.admin];
    const classesAndNews = () =>
      others.map((screen) => [screen.shown().week?.meetings, screen.shown().notifications, screen.told.size]);
    const before = classesAndNews();
    await verifyAction(
      campus.database,
      [campus.screens.cs, campus.screens.csOtherDevice],
      act,
      (screen) =>
        screen.shown().week?.meetings.length === classes && screen.shown().notifications.length === told,
    );
    expect(classesAndNews()).toEqual(before);
  };

  it('takes the classes of its day out of the weeks of those who have them, and says so once', async () => {
    expect(campus.screens.me.shown().week?.meetings).toHaveLength(1);
    await verify(
      async () => {
        const holiday = { term_id: termId, day: DAY, name: 'Founding day' };
        const written = await run((tx) => writeHoliday(tx, { ...request(), holiday }));
        expect(written.cancelled_count).toBe(1);
        holidayId = written.id;
      },
      0,
      1,
    );
    expect(campus.screens.cs.shown().week?.days[0]).toEqual({ date: DAY, holiday: 'Founding day' });
  });

  it('gives them back when it is removed', async () => {
    await verify(() => run((tx) => deleteHoliday(tx, { ...request(), id: holidayId })), 1, 2);
    expect(campus.screens.cs.shown().week?.days[0]).toEqual({ date: DAY, holiday: null });
  });
});
