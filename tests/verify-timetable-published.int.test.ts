import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WriteEntry } from '@/lib/contracts/http/timetable-requests';
import { addEntry } from '@/lib/domain/timetable/add-entry';
import { editEntry } from '@/lib/domain/timetable/edit-entry';
import { publishPlan } from '@/lib/domain/timetable/publish-plan';
import { readDiff } from '@/lib/domain/timetable/read-plan';
import { testEngines } from '@/lib/infra/testing/test-engine';
import { type LiveCampus, openLiveCampus } from './live-campus';
import type { LiveScreen } from './live-screen';
import { createCourse, createTerm, createTimetable } from './timetable-world';
import { verifyAction } from './verify-action';

describe.each(testEngines())('a published timetable and its pushes on the $engine log', ({ engine }) => {
  let campus: LiveCampus;
  let [id, courseId, entryId] = ['', '', ''];
  beforeAll(async () => {
    campus = await openLiveCampus(engine, async (sql, departmentId) => {
      const termId = await createTerm(sql);
      const { rows } = await sql.query<{ id: string }>(
        `SELECT id FROM app_user WHERE role = 'student' AND department_id = $1`,
        [departmentId],
      );
      const students = rows.map((row) => row.id);
      courseId = await createCourse(sql, { code: 'CS204', termId, departmentId, students });
      id = await createTimetable(sql, termId, departmentId);
    });
  }, 90_000);
  afterAll(() => campus.close());

  const request = () => ({ actor: campus.author.actor, correlationId: randomUUID() });
  const entry = (day_of_week: number) =>
    WriteEntry.parse({ course_id: courseId, day_of_week, start_time: '10:00', end_time: '11:00' });
  const publish = async () => {
    const { version } = await readDiff(campus.database.sql, id);
    const asked = { id, ifMatch: version, reason: '', timeZone: 'Europe/Vienna' };
    await publishPlan(campus.author.unitOfWork, { ...request(), ...asked });
  };
  const isOf = (screen: LiveScreen, user: { id: string }) => screen.user.id === user.id;
  const shows = (date: string, told: number) => (screen: LiveScreen) =>
    !isOf(screen, campus.inCs) ||
    (screen.shown().week?.meetings[0]?.date === date && screen.shown().notifications.length === told);
  const verify = (act: () => Promise<unknown>, reached: (screen: LiveScreen) => boolean) =>
    verifyAction(campus.database, campus.all, act, reached);

  it('brings its classes into the weeks of those who attend them, and into no other', async () => {
    const added = await addEntry(campus.author.unitOfWork, {
      ...request(),
      timetableId: id,
      entry: entry(1),
    });
    entryId = added.entry.entry_id;
    expect(campus.screens.cs.shown().week?.meetings).toEqual([]);
    await verify(publish, shows('2031-03-10', 1));
  });

  it('moves a class on their screens and tells them once; a draft moves nothing', async () => {
    await editEntry(campus.author.unitOfWork, { ...request(), entryId, ifMatch: 1, entry: entry(3) });
    expect(campus.screens.cs.shown().week?.meetings[0]?.date).toBe('2031-03-10');
    await verify(publish, shows('2031-03-12', 2));
    expect(campus.screens.me.shown().notifications).toEqual([]);
    expect(campus.screens.me.shown().week?.meetings).toEqual([]);
  });
});
