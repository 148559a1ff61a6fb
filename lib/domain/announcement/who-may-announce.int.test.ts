import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createTestDatabase } from '@/lib/infra/testing/test-database';
import { type Author, createAuthor } from '@/tests/announce';
import { createDepartment, createUser, type TestUser } from '@/tests/campus';
import { createCourseRow } from '@/tests/course-campus';
import { DomainProblem } from '../problem';
import { changeSettings } from '../setting/change-settings';

let database: Awaited<ReturnType<typeof createTestDatabase>>;
let admin: Author;
let faculty: Author;
let student: Author;
let cs: string;
let studentUser: TestUser;

beforeAll(async () => {
  database = await createTestDatabase();
  const { sql } = database;
  cs = await createDepartment(sql, 'CS');
  await createDepartment(sql, 'ME');
  studentUser = await createUser(sql, { role: 'student', departmentId: cs });
  admin = await createAuthor(database, await createUser(sql, { role: 'admin' }));
  faculty = await createAuthor(database, await createUser(sql, { role: 'faculty', departmentId: cs }));
  student = await createAuthor(database, studentUser);
});
afterAll(() => database.drop());
beforeEach(async () => {
  await database.sql.query('TRUNCATE announcement, outbox_event CASCADE');
  await allowFaculty(false);
});

const allowFaculty = (allowed: boolean) =>
  changeSettings(admin.unitOfWork, {
    actor: admin.actor,
    correlationId: 'test',
    change: { faculty_may_announce: allowed },
  });
const refusal = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'done',
    (error: unknown) => {
      if (!(error instanceof DomainProblem)) throw error;
      return error.details.errors?.[0] ? `${error.code} ${error.details.errors[0].field}` : error.code;
    },
  );

describe('whom faculty may announce to', () => {
  const toCs = { target_audience: 'department' as const, target_details: { department_ids: ['CS'] } };

  it('is nobody while the setting forbids it', async () => {
    expect(await refusal(faculty.draft({ title: 'T', ...toCs }))).toBe('auth.forbidden');
  });

  it('is the own department, or some of its roles', async () => {
    await allowFaculty(true);
    const draft = await faculty.draft({ title: 'T', ...toCs });
    expect((await faculty.publish(draft.id)).status).toBe('published');
    const combined = { role_names: ['student' as const], department_ids: ['CS'] };
    expect(
      await faculty.draft({ title: 'T', target_audience: 'combined', target_details: combined }),
    ).toBeTruthy();
    for (const target of [
      { target_audience: 'all' as const },
      { target_audience: 'department' as const, target_details: { department_ids: ['ME'] } },
      { target_audience: 'department' as const, target_details: { department_ids: ['CS', 'ME'] } },
      { target_audience: 'role' as const, target_details: { role_names: ['student' as const] } },
      { target_audience: 'combined' as const, target_details: { ...combined, user_ids: [studentUser.id] } },
    ])
      expect(await refusal(faculty.draft({ title: 'T', ...target }))).toBe('auth.forbidden');
  });

  it('does not include the announcements of others, not even to look at', async () => {
    await allowFaculty(true);
    const ofAdmin = await admin.draft({ title: 'T', ...toCs });
    expect(await faculty.find(ofAdmin.id)).toBeNull();
    expect(await refusal(faculty.publish(ofAdmin.id))).toBe('resource.not_found');
    await admin.publish(ofAdmin.id);
    expect(await refusal(faculty.remove(ofAdmin.id))).toBe('auth.forbidden');
    expect(await refusal(student.draft({ title: 'T', ...toCs }))).toBe('auth.forbidden');
  });
});

describe('announcing to courses', () => {
  const to = (course_ids: string[], more: object = {}) => ({
    title: 'Lab',
    target_audience: 'course' as const,
    target_details: { course_ids, ...more },
  });

  it('is for who teaches them, whatever the setting says, and for administrators', async () => {
    const { sql } = database;
    const own = await createCourseRow(sql, { capacity: 5, facultyId: faculty.actor.userId });
    const foreign = await createCourseRow(sql, { capacity: 5 });
    expect(await refusal(faculty.draft(to([foreign.id])))).toBe('auth.forbidden');
    expect(await refusal(faculty.draft(to([own.id, foreign.id])))).toBe('auth.forbidden');
    expect(await refusal(student.draft(to([own.id])))).toBe('auth.forbidden');
    const users = {
      target_audience: 'combined' as const,
      target_details: { course_ids: [own.id], user_ids: [studentUser.id] },
    };
    expect(await refusal(faculty.draft({ title: 'T', ...users }))).toBe('auth.forbidden');
    const department = { target_audience: 'department' as const, target_details: { department_ids: [cs] } };
    expect(await refusal(faculty.draft({ title: 'T', ...department }))).toBe('auth.forbidden');
    expect(await refusal(admin.draft(to([randomUUID()])))).toBe(
      'announcement.unknown_target target_details.course_ids.0',
    );
    expect((await faculty.draft(to([own.id]))).target_details.course_ids).toEqual([own.id]);
    expect((await admin.draft(to([foreign.id]))).target_details.course_ids).toEqual([foreign.id]);

    const narrowed = {
      target_audience: 'combined' as const,
      target_details: { course_ids: [own.id], role_names: ['student' as const] },
    };
    const draft = await faculty.draft({ title: 'Students only', ...narrowed });
    expect(await refusal(faculty.publish(draft.id))).toBe('announcement.nobody_targeted');
    await sql.query('DELETE FROM course_faculty WHERE course_id = $1', [own.id]);
    expect(await refusal(faculty.publish(draft.id))).toBe('auth.forbidden');
  });

  it('is read by who has a seat or teaches, not by who waits or has dropped', async () => {
    const { sql } = database;
    const { id: courseId } = await createCourseRow(sql, { capacity: 5, facultyId: faculty.actor.userId });
    const { id } = await admin.draft(to([courseId]));
    await admin.publish(id);
    const stands = (status: string) =>
      sql.query(
        `INSERT INTO enrollment (id, course_id, student_id, status) VALUES (gen_random_uuid(), $1, $2, $3::enrollment_status)
         ON CONFLICT (course_id, student_id) DO UPDATE SET status = EXCLUDED.status`,
        [courseId, studentUser.id, status],
      );
    for (const [status, found] of [
      ['waitlisted', false],
      ['enrolled', true],
      ['dropped', false],
    ] as const) {
      await stands(status);
      expect((await student.find(id)) !== null).toBe(found);
    }
    expect((await faculty.find(id))?.target_details.course_ids).toEqual([]);
    await stands('enrolled');
    await sql.query('UPDATE course SET deleted_at = now() WHERE id = $1', [courseId]);
    expect(await student.find(id)).toBeNull();
  });
});
