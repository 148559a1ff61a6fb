import { afterAll, beforeAll, expect, it } from 'vitest';
import type { AnnouncementListQuery } from '@/lib/contracts/http/announcement-requests';
import { createTestDatabase } from '@/lib/infra/testing/test-database';
import { type Author, createAuthor } from '@/tests/announce';
import { createDepartment, createUser } from '@/tests/campus';
import { createCourse, createTerm } from '@/tests/timetable-world';
import { listAnnouncements } from './queries';

type Person = 'admin' | 'teacher' | 'colleague' | 'seated' | 'dropped' | 'graded' | 'waiting' | 'outsider';

let database: Awaited<ReturnType<typeof createTestDatabase>>;
let people: Record<Person, Author>;
let courseId = '';
let otherId = '';

beforeAll(async () => {
  database = await createTestDatabase();
  const { sql } = database;
  const departmentId = await createDepartment(sql, 'CS');
  const create = async (role: 'student' | 'faculty' | 'admin') =>
    createAuthor(database, await createUser(sql, { role, departmentId }));
  people = {
    admin: await create('admin'),
    teacher: await create('faculty'),
    colleague: await create('faculty'),
    seated: await create('student'),
    dropped: await create('student'),
    graded: await create('student'),
    waiting: await create('student'),
    outsider: await create('student'),
  };
  const termId = await createTerm(sql);
  const idOf = (name: Person) => people[name].actor.userId;
  const students = (['seated', 'dropped', 'graded', 'waiting'] as const).map(idOf);
  courseId = await createCourse(sql, { code: 'CS204', termId, students, faculty: [idOf('teacher')] });
  otherId = await createCourse(sql, {
    code: 'CS300',
    termId,
    students: [idOf('outsider'), idOf('seated')],
    faculty: [idOf('colleague')],
  });
  const set = (name: Person, change: string) =>
    sql.query(`UPDATE enrollment SET ${change} WHERE course_id = $1 AND student_id = $2`, [
      courseId,
      idOf(name),
    ]);
  await set('dropped', "status = 'dropped'");
  await set('graded', "status = 'completed', grade = 'A'");
  await set('waiting', "status = 'waitlisted', queue_no = 1, enrolled_at = NULL");
});
afterAll(() => database.drop());

const list = async (
  who: Person,
  filter: Partial<AnnouncementListQuery> = { scope: 'readable', course_id: courseId },
) => {
  const page = { after: null, limit: 50, cursorAt: () => '' };
  const { items } = await listAnnouncements(database.sql, people[who].actor, { ...page, ...filter });
  return items.map(({ title }) => title);
};
const announce = async (
  author: Person,
  title: string,
  target: Pick<Parameters<Author['draft']>[0], 'target_audience' | 'target_details'>,
) => people[author].publish((await people[author].draft({ title, ...target })).id);
const toCourse = (...course_ids: string[]) => ({
  target_audience: 'course' as const,
  target_details: { course_ids },
});

it('is read on the page of a course by who has a seat, who teaches and administrators, the latest first', async () => {
  await announce('admin', 'First', toCourse(courseId));
  await announce('teacher', 'Second', toCourse(courseId));
  await announce('colleague', 'Of another course', toCourse(otherId));
  await announce('admin', 'To everybody', { target_audience: 'all' });
  await people.admin.draft({ title: 'A draft', ...toCourse(courseId) });
  for (const who of ['admin', 'teacher', 'seated'] as const)
    expect([who, await list(who)]).toEqual([who, ['Second', 'First']]);
  for (const who of ['colleague', 'dropped', 'graded', 'waiting', 'outsider'] as const)
    expect([who, await list(who)]).toEqual([who, []]);
});

it('what is narrowed to its students its author reads too, and no other teacher', async () => {
  await announce('teacher', 'To the students', {
    target_audience: 'combined',
    target_details: { role_names: ['student'], course_ids: [courseId] },
  });
  expect((await list('seated'))[0]).toBe('To the students');
  expect((await list('teacher'))[0]).toBe('To the students');
  const received = { scope: 'received', course_id: courseId } as const;
  expect(await list('teacher', received)).not.toContain('To the students');
});

it('who reads it for another reason is not told which course it was for', async () => {
  await announce('admin', 'To a course and one more', {
    target_audience: 'combined',
    target_details: { course_ids: [courseId], user_ids: [people.outsider.actor.userId] },
  });
  await announce('admin', 'To two courses', toCourse(courseId, otherId));
  expect(await list('outsider', { scope: 'received' })).toEqual([
    'To two courses',
    'To a course and one more',
    'To everybody',
    'Of another course',
  ]);
  expect(await list('outsider')).toEqual([]);
  expect(await list('outsider', { scope: 'received', course_id: courseId })).toEqual([]);
  expect((await list('outsider', { scope: 'readable', course_id: otherId }))[0]).toBe('To two courses');
});

it('what is deleted, has expired or was archived is not there any more', async () => {
  const left = await list('seated');
  const { id } = await announce('admin', 'Deleted', toCourse(courseId));
  const archived = await announce('admin', 'Archived', toCourse(courseId));
  const expired = await announce('admin', 'Expired', toCourse(courseId));
  expect(await list('seated')).toEqual(['Expired', 'Archived', 'Deleted', ...left]);
  await people.admin.remove(id);
  await people.admin.archive(archived.id, true);
  await database.sql.query(`UPDATE announcement SET expires_at = now() - interval '1 minute' WHERE id = $1`, [
    expired.id,
  ]);
  for (const who of ['admin', 'seated'] as const) expect(await list(who)).not.toContain('Expired');
  expect(await list('seated')).toEqual(left);
});
