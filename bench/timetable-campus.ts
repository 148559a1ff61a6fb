import { randomUUID } from 'node:crypto';
import * as z from 'zod';
import { Plan, TimetableView, WrittenEntry } from '@/lib/contracts/http/plan';
import { createDepartment, createUser } from '@/tests/campus';
import { createCourse, createRoom, createTerm, termDates } from '@/tests/timetable-world';
import type { Portal } from './portal';

/** What is different on a day, in turn: each differs from the one before. */
const DAY_CHANGES = [
  { start_time: '14:00', end_time: '15:00' },
  { start_time: '14:00', end_time: '15:00', room: 'other' as const },
  { cancelled: true },
];

/** A published course on a running product: its students, people whom it does not concern, and how it is changed. */
export async function openTimetable(
  { origin, database: { sql } }: Portal,
  counts: { students: number; others: number },
) {
  const departmentId = await createDepartment(sql, 'CS');
  const given = { termId: await createTerm(sql), departmentId };
  const admin = await createUser(sql, { role: 'admin' });
  const teacher = await createUser(sql, { role: 'faculty', departmentId });
  const colleague = await createUser(sql, { role: 'faculty', departmentId });
  const students = await many(counts.students, () => createUser(sql, { role: 'student', departmentId }));
  const strangers = await many(counts.others - 1, () => createUser(sql, { role: 'student', departmentId }));
  const ids = students.map(({ id }) => id);
  const courseId = await createCourse(sql, { ...given, code: 'CS204', students: ids, faculty: [teacher.id] });
  // A third each: in another course, out of this one, waiting for it.
  const third = Math.floor(strangers.length / 3);
  const elsewhere = strangers.slice(0, third).map(({ id }) => id);
  const otherId = await createCourse(sql, {
    ...given,
    code: 'CS101',
    students: elsewhere,
    faculty: [colleague.id],
  });
  for (const [index, { id }] of strangers.slice(third).entries())
    await sql.query(
      'INSERT INTO enrollment (id, course_id, student_id, status, queue_no) VALUES ($1, $2, $3, $4::enrollment_status, $5)',
      [randomUUID(), courseId, id, index < third ? 'dropped' : 'waitlisted', index < third ? null : index],
    );
  const [room, other] = [await createRoom(sql, 'A1', 400), await createRoom(sql, 'B1', 400)];

  async function ask<T>(
    method: string,
    path: string,
    shape: z.core.$ZodType<T>,
    { body, as = admin, version }: { body: object; as?: { cookie: string }; version?: number },
  ): Promise<T> {
    const response = await fetch(`${origin}${path}`, {
      method,
      headers: {
        cookie: as.cookie,
        'content-type': 'application/json',
        ...(version === undefined ? {} : { 'if-match': `"v${version}"` }),
      },
      body: JSON.stringify(body),
    });
    if (!response.ok)
      throw new Error(`${method} ${path} answered ${response.status}: ${await response.text()}`);
    return z.parse(shape, await response.json());
  }

  const { id: timetableId } = await ask('POST', '/api/timetables', TimetableView, {
    body: { term_id: given.termId, department_id: departmentId },
  });
  const entry = (course_id: string, faculty_id: string, day_of_week: number) => ({
    course_id,
    faculty_id,
    room_id: room,
    day_of_week,
    start_time: '10:00',
    end_time: '11:00',
  });
  const path = `/api/timetables/${timetableId}`;
  const add = (body: object) => ask('POST', `${path}/entries`, WrittenEntry, { body });
  const monday = await add(entry(courseId, teacher.id, 1));
  let wednesday = await add(entry(courseId, teacher.id, 3));
  await add(entry(otherId, colleague.id, 2));

  const publish = async () => {
    const response = await fetch(`${origin}${path}`, { headers: { cookie: admin.cookie } });
    const { timetable } = Plan.parse(await response.json());
    return () => ask('POST', `${path}/publish`, z.unknown(), { body: {}, version: timetable.version });
  };
  await (await publish())();

  return {
    /** Of the sockets that it is for, as `Cookie` headers. */
    students: students.map(({ cookie }) => cookie),
    others: [...strangers.slice(0, 2 * third), colleague].map(({ cookie }) => cookie),
    waiting: strangers.slice(2 * third).map(({ cookie }) => cookie),
    /** The teacher changes the first class of the term. */
    async changeDay(index: number): Promise<void> {
      const { room: where, ...change } = { room: undefined, ...DAY_CHANGES[index % DAY_CHANGES.length] };
      const body = {
        entry_id: monday.entry.entry_id,
        day: termDates.startsOn,
        ...change,
        ...(where && { room_id: other }),
        message: `Change ${index}`,
      };
      await ask('POST', '/api/timetable/changes', z.unknown(), { body, as: teacher });
    },
    /** The planner moves the class of Wednesdays in the draft; what is given back publishes it. */
    async draftMove(index: number): Promise<() => Promise<void>> {
      const { version, entry_id } = wednesday.entry;
      const [start_time, end_time] = index % 2 === 0 ? ['15:00', '16:00'] : ['10:00', '11:00'];
      const body = { ...entry(courseId, teacher.id, 3), start_time, end_time };
      wednesday = await ask('PUT', `/api/timetables/entries/${entry_id}`, WrittenEntry, { body, version });
      const now = await publish();
      return async () => void (await now());
    },
  };
}

async function many<T>(count: number, make: () => Promise<T>): Promise<T[]> {
  const made: T[] = [];
  for (let i = 0; i < count; i += 1) made.push(await make());
  return made;
}
