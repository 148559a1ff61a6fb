import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { createTestDatabase } from '@/lib/infra/testing/test-database';
import { type Author, createAuthor } from '@/tests/announce';
import { createDepartment, createUser } from '@/tests/campus';
import { createCourseRow } from '@/tests/course-campus';
import { deleteCourse } from './change-status';
import { dropStudent } from './drop-student';
import { enrollStudent } from './enroll-student';

const correlationId = 'test';
let database: Awaited<ReturnType<typeof createTestDatabase>>;
let departmentId: string;
let admin: Author;

beforeAll(async () => {
  database = await createTestDatabase();
  departmentId = await createDepartment(database.sql, 'CS');
  admin = await createAuthor(database, await createUser(database.sql, { role: 'admin', name: 'Ada' }));
});
afterAll(() => database.drop());
beforeEach(async () => {
  await database.sql.query('TRUNCATE outbox_event');
});

async function createStudent(locale: string | null, timeZone: string | null): Promise<Author> {
  const user = await createUser(database.sql, { role: 'student', departmentId });
  await database.sql.query('UPDATE app_user SET locale = $2, time_zone = $3 WHERE id = $1', [
    user.id,
    locale,
    timeZone,
  ]);
  return createAuthor(database, user);
}
const enroll = ({ actor, unitOfWork }: Author, courseId: string, wish: { student_id?: string } = {}) =>
  enrollStudent(unitOfWork, { actor, correlationId, courseId, wish });
const idsOf = (...students: Author[]) => students.map(({ actor }) => actor.userId).sort();

interface Sent {
  title: string;
  message: string;
  to: string[];
}
const sent = async () =>
  (
    await database.sql.query<Sent>(
      `SELECT value::jsonb #>> '{payload,title}' AS title, value::jsonb #>> '{payload,message}' AS message,
         ARRAY(SELECT jsonb_array_elements_text(value::jsonb #> '{payload,recipient_filter,user_ids}') ORDER BY 1) AS to
       FROM outbox_event WHERE event_type = 'SEND_BULK' ORDER BY id`,
    )
  ).rows;
const nameOf = async (courseId: string) => {
  const { rows } = await database.sql.query<{ name: string }>(
    'SELECT subject.name FROM course JOIN subject ON subject.id = subject_id WHERE course.id = $1',
    [courseId],
  );
  return rows[0]?.name ?? '';
};

it('tells each student of a course in their own language, in one command a language', async () => {
  const { id } = await createCourseRow(database.sql, { capacity: 5 });
  const name = await nameOf(id);
  const english = await createStudent('en', 'Europe/London');
  const unset = await createStudent(null, null);
  const [german, austrian] = [
    await createStudent('de', 'Europe/Berlin'),
    await createStudent('de', 'Europe/Vienna'),
  ];
  for (const student of [english, german, unset, austrian]) await enroll(student, id);
  expect(await sent()).toEqual([]);
  await deleteCourse(admin.unitOfWork, { actor: admin.actor, correlationId, id, reason: 'Zu wenige' });
  const told = (await sent()).sort((one, other) => one.title.localeCompare(other.title));
  expect(told).toEqual([
    {
      title: `${name} does not take place`,
      message: `${name} was taken out of the catalogue. Zu wenige`,
      to: idsOf(english, unset),
    },
    {
      title: `${name} findet nicht statt`,
      message: `${name} steht nicht mehr im Kursangebot. Zu wenige`,
      to: idsOf(german, austrian),
    },
  ]);
});

it('says the end of an offer on the clock of whoever it is made to', async () => {
  const { id } = await createCourseRow(database.sql, { capacity: 2, offerHours: 24 });
  const name = await nameOf(id);
  const leaving = [await createStudent(null, null), await createStudent(null, null)];
  const english = await createStudent('en', 'Asia/Kolkata');
  const german = await createStudent('de', 'America/New_York');
  for (const student of [...leaving, english, german]) await enroll(student, id);
  for (const { actor, unitOfWork } of leaving)
    await dropStudent(unitOfWork, { actor, correlationId, courseId: id, wish: { reason: '' } });
  const endOf = async ({ actor }: Author) => {
    const { rows } = await database.sql.query<{ at: Date }>(
      'SELECT offer_expires_at AS at FROM enrollment WHERE course_id = $1 AND student_id = $2',
      [id, actor.userId],
    );
    return rows[0]?.at ?? new Date(0);
  };
  const day = { weekday: 'long', day: 'numeric', month: 'long' } as const;
  const time = { hour: '2-digit', minute: '2-digit' } as const;
  const [kolkata, newYork] = [await endOf(english), await endOf(german)];
  const inKolkata = (parts: object) =>
    kolkata.toLocaleString('en-GB', { ...parts, timeZone: 'Asia/Kolkata' });
  const inNewYork = (parts: object) =>
    newYork.toLocaleString('de-DE', { ...parts, timeZone: 'America/New_York' });
  expect(await sent()).toEqual([
    {
      title: `${name}: a seat is offered to you`,
      message: `Take the seat in ${name} before ${inKolkata(day)}, ${inKolkata(time)}; then it goes to who is next.`,
      to: idsOf(english),
    },
    {
      title: `${name}: Ihnen wird ein Platz angeboten`,
      message: `Nehmen Sie den Platz in ${name} an, bevor das Angebot endet: ${inNewYork(day)}, ${inNewYork(time)} Uhr. Danach geht er an die nächste Person.`,
      to: idsOf(german),
    },
  ]);
});

it('tells who an administrator puts down, or takes out, in their language', async () => {
  const { id } = await createCourseRow(database.sql, { capacity: 1 });
  const [german, english] = [await createStudent('de', null), await createStudent('en', null)];
  for (const { actor } of [german, english]) await enroll(admin, id, { student_id: actor.userId });
  await dropStudent(admin.unitOfWork, {
    actor: admin.actor,
    correlationId,
    courseId: id,
    wish: { student_id: german.actor.userId, reason: 'Irrtum' },
  });
  const name = await nameOf(id);
  const told = await sent();
  expect(told.map(({ title, to }) => [title, to])).toEqual([
    [`${name}: Sie sind angemeldet`, idsOf(german)],
    [`${name}: you stand in the line`, idsOf(english)],
    [`${name}: you have a seat`, idsOf(english)],
    [`${name}: Sie wurden abgemeldet`, idsOf(german)],
  ]);
  expect(told.at(-1)?.message).toBe(`Ada hat Sie von ${name} abgemeldet. Irrtum`);
});
