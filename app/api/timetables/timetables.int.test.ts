import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Plan, PlanDiff, TimetableView, WrittenEntry } from '@/lib/contracts/http/plan';
import { callRoute } from '@/tests/call-route';
import { createDepartment, createUser, type TestUser } from '@/tests/campus';
import { createCourse, createEntry, createRoom, createTerm, createTimetable } from '@/tests/timetable-world';
import { prepareWebServices } from '@/tests/web-services';

let database: Awaited<ReturnType<typeof prepareWebServices>>;
let admin: TestUser;
let users: { tara: TestUser; tom: TestUser; student: TestUser; other: TestUser };
let rooms: { a: string; b: string; tiny: string };
let courses: { cs: string; ma: string; foreign: string; later: string };
let termId: string;
let departments: { cs: string; me: string };
let foreignTimetable: string;
let id: string;

beforeAll(async () => {
  database = await prepareWebServices();
  const { sql } = database;
  departments = { cs: await createDepartment(sql, 'CS'), me: await createDepartment(sql, 'ME') };
  admin = await createUser(sql, { role: 'admin' });
  users = {
    tara: await createUser(sql, { role: 'faculty', name: 'Tara' }),
    tom: await createUser(sql, { role: 'faculty', name: 'Tom' }),
    student: await createUser(sql, { role: 'student' }),
    other: await createUser(sql, { role: 'student' }),
  };
  termId = await createTerm(sql);
  rooms = {
    a: await createRoom(sql, 'A1'),
    b: await createRoom(sql, 'B1'),
    tiny: await createRoom(sql, 'T1', 1),
  };
  const [both, one] = [[users.student.id, users.other.id], [users.student.id]];
  const given = { termId, departmentId: departments.cs };
  courses = {
    cs: await createCourse(sql, { ...given, code: 'CS204', students: both }),
    ma: await createCourse(sql, { ...given, code: 'MA101', students: one }),
    foreign: await createCourse(sql, { termId, departmentId: departments.me, code: 'ME1', students: [] }),
    later: await createCourse(sql, { termId: await createTerm(sql), code: 'CS999' }),
  };
  foreignTimetable = await createTimetable(sql, termId, departments.me);
  await createEntry(sql, {
    timetableId: foreignTimetable,
    courseId: courses.foreign,
    facultyId: users.tom.id,
    roomId: rooms.b,
    dayOfWeek: 5,
  });
});
afterAll(() => database.drop());
beforeEach(async () => {
  await database.sql.query('DELETE FROM timetable WHERE department_id = $1', [departments.cs]);
  id = await createTimetable(database.sql, termId, departments.cs);
  await database.sql.query('TRUNCATE outbox_event, audit_entry');
});

const ask = (name: string, options: Parameters<typeof callRoute>[1] = {}) =>
  callRoute(name, { cookie: admin.cookie, id, ...options });
const monday = () => ({
  course_id: courses.cs,
  faculty_id: users.tara.id,
  room_id: rooms.a,
  day_of_week: 1,
  start_time: '10:00',
  end_time: '11:00',
});
const add = async (given: object = {}) => {
  const response = await ask('POST /api/timetables/[id]/entries', { body: { ...monday(), ...given } });
  return WrittenEntry.parse(await response.json());
};
const edit = (entry: WrittenEntry['entry'], given: object, version = entry.version) =>
  ask('PUT /api/timetables/entries/[id]', {
    id: entry.entry_id,
    body: { ...monday(), ...given },
    headers: { 'if-match': `"v${version}"` },
  });
const diff = async () => PlanDiff.parse(await (await ask('GET /api/timetables/[id]/diff')).json());
const publish = async (body: object = {}) =>
  ask('POST /api/timetables/[id]/publish', {
    body,
    headers: { 'if-match': `"v${(await diff()).version}"` },
  });
interface Told {
  title: string;
  message: string;
  recipient_filter: { user_ids: string[] };
}
const events = async (type?: string) => {
  const { rows } = await database.sql.query<{ type: string; payload: Told & Record<string, unknown> }>(
    `SELECT event_type AS type, value::json -> 'payload' AS payload FROM outbox_event
     WHERE $1::text IS NULL OR event_type = $1 ORDER BY id`,
    [type ?? null],
  );
  return rows;
};
const told = async () =>
  (await events('SEND_BULK')).map(({ payload }) => ({
    title: payload.title,
    message: payload.message,
    to: [...payload.recipient_filter.user_ids].sort(),
  }));

describe('timetables', () => {
  it('are begun once for a term and a department, listed and named', async () => {
    const body = { term_id: termId, department_id: departments.cs, name: 'CS' };
    const again = await ask('POST /api/timetables', { body });
    expect([again.status, (await again.json()).code]).toEqual([409, 'timetable.exists']);
    await database.sql.query('DELETE FROM timetable WHERE id = $1', [id]);
    const made = await ask('POST /api/timetables', { body });
    const view = TimetableView.parse(await made.json());
    expect([made.status, made.headers.get('location')]).toEqual([201, `/api/timetables/${view.id}`]);
    expect(view).toMatchObject({ name: 'CS', published_at: null, entry_count: 0, version: 1 });
    expect((await events()).map(({ type }) => type)).toEqual(['TIMETABLE_CREATED']);
    const page = await (await ask('GET /api/timetables', { query: `?term_id=${termId}&limit=1` })).json();
    expect(page.items).toHaveLength(1);
    const rest = await ask('GET /api/timetables', {
      query: `?term_id=${termId}&limit=1&cursor=${encodeURIComponent(page.next_cursor)}`,
    });
    expect((await rest.json()).items.map((each: TimetableView) => each.id)).not.toContain(page.items[0].id);

    const rename = (name: string, version: number) =>
      ask('PATCH /api/timetables/[id]', {
        id: view.id,
        body: { name },
        headers: { 'if-match': `"v${version}"` },
      });
    expect(await (await rename('New', 1)).json()).toMatchObject({ name: 'New', version: 2 });
    expect((await rename('Newer', 1)).status).toBe(412);
    expect((await events('TIMETABLE_UPDATED'))[0]?.payload).toMatchObject({
      is_published: false,
      changes: { name: { old_value: 'CS', new_value: 'New' } },
    });
  });

  it.each([
    ['term_id', { term_id: randomUUID() }],
    ['department_id', { department_id: randomUUID() }],
  ])('are refused for an unknown %s', async (field, given) => {
    const body = { term_id: termId, department_id: departments.cs, ...given };
    const response = await ask('POST /api/timetables', { body });
    expect([response.status, (await response.json()).errors[0].field]).toEqual([422, field]);
  });
});

describe('an entry of a draft', () => {
  it.each([
    ['end before start', { start_time: '11:00', end_time: '10:00' }, 'end_time'],
    ['zero length', { start_time: '10:00', end_time: '10:00' }, 'end_time'],
    ['no time', { start_time: '24:00', end_time: '25:00' }, 'start_time'],
    ['no such day', { day_of_week: 8 }, 'day_of_week'],
    ['an unknown course', { course_id: randomUUID() }, 'course_id'],
    ['an unknown room', { room_id: randomUUID() }, 'room_id'],
    ['an unknown teacher', { faculty_id: randomUUID() }, 'faculty_id'],
    ['a date before the term', { starts_on: '2031-03-02' }, 'starts_on'],
    ['a date after the term', { ends_on: '2031-06-30' }, 'ends_on'],
    ['its last day before its first', { starts_on: '2031-04-02', ends_on: '2031-04-01' }, 'ends_on'],
    ['no day between its dates', { starts_on: '2031-04-01', ends_on: '2031-04-02' }, 'day_of_week'],
    ['a date that is none', { starts_on: '2031-02-30' }, 'starts_on'],
  ])('is refused with %s', async (_what, given, field) => {
    for (const [name, body] of [
      ['POST /api/timetables/[id]/entries', { ...monday(), ...given }],
      ['POST /api/timetables/[id]/preview', { entry: { ...monday(), ...given } }],
    ] as const) {
      const response = await ask(name, { body });
      const { code, errors } = await response.json();
      expect([response.status, code]).toEqual([422, 'request.invalid']);
      expect(errors[0].field).toMatch(new RegExp(`^(entry\\.)?${field}$`));
    }
    expect(await events()).toEqual([]);
  });

  it('is refused for a course of another term or department', async () => {
    for (const [course_id, code] of [
      [courses.later, 'other_term'],
      [courses.foreign, 'other_department'],
    ]) {
      const response = await ask('POST /api/timetables/[id]/entries', { body: { ...monday(), course_id } });
      expect((await response.json()).errors[0]).toMatchObject({ field: 'course_id', code });
    }
  });

  it('is saved with the conflicts it is in, and rooms and teachers that are needed twice are told', async () => {
    const first = await add();
    expect(first.conflicts).toEqual([]);
    // It begins when the first ends: no conflict.
    expect((await add({ start_time: '11:00', end_time: '12:00' })).conflicts).toEqual([]);
    const second = await add({ course_id: courses.ma, start_time: '10:30', end_time: '11:00' });
    expect(
      second.conflicts.map(({ kind, is_hard, who, students }) => [kind, is_hard, who, students]),
    ).toEqual([
      ['room', true, 'A1', null],
      ['faculty', true, 'Tara', null],
      ['students', false, '', 1],
    ]);
    expect(second.conflicts[0]).toMatchObject({ start_time: '10:30', end_time: '11:00' });
    expect(second.conflicts[0]?.entry_ids.sort()).toEqual(
      [first.entry.entry_id, second.entry.entry_id].sort(),
    );
    expect((await add({ room_id: rooms.tiny, day_of_week: 3 })).conflicts).toMatchObject([
      { kind: 'capacity', is_hard: false, who: 'T1', students: 2, seats: 1 },
    ]);
    const types = (await events()).map(({ type }) => type);
    expect(types.filter((type) => /CONFLICT/.test(type))).toEqual([
      'ROOM_CONFLICT_DETECTED',
      'FACULTY_CONFLICT_DETECTED',
    ]);
    expect((await events('ENTRY_ADDED')).map(({ payload }) => payload.is_published)).toEqual([
      false,
      false,
      false,
      false,
    ]);
    expect(await told()).toEqual([]);
    const plan = Plan.parse(await (await ask('GET /api/timetables/[id]')).json());
    expect([plan.entries.length, plan.conflicts.length, plan.unpublished]).toEqual([4, 4, 4]);
  });

  it('is in conflict with what another timetable has published', async () => {
    const { conflicts } = await add({ faculty_id: users.tom.id, room_id: rooms.b, day_of_week: 5 });
    expect(conflicts.map(({ kind, courses: of }) => [kind, of])).toEqual([
      ['room', ['CS204', 'ME1']],
      ['faculty', ['CS204', 'ME1']],
    ]);
    expect(conflicts[0]?.entry_ids).toHaveLength(1);
  });

  it('shows its conflicts at another place before it is there', async () => {
    const { entry } = await add();
    const { entry: other } = await add({ course_id: courses.ma, day_of_week: 2, room_id: rooms.b });
    const preview = async (given: object) => {
      const body = { entry_id: other.entry_id, entry: { ...monday(), course_id: courses.ma, ...given } };
      return (await (await ask('POST /api/timetables/[id]/preview', { body })).json()).conflicts;
    };
    expect(await preview({ day_of_week: 4 })).toEqual([]);
    expect(await preview({ faculty_id: null, room_id: null, day_of_week: 1 })).toMatchObject([
      { kind: 'students', entry_ids: expect.arrayContaining([entry.entry_id]) },
    ]);
    expect(await events('ENTRY_MODIFIED')).toEqual([]);
  });

  it('two who save the same entry: the second sees both versions', async () => {
    const { entry } = await add();
    expect((await edit(entry, { day_of_week: 2 })).status).toBe(200);
    const late = await edit(entry, { day_of_week: 3 });
    expect([late.status, late.headers.get('etag')]).toEqual([412, '"v2"']);
    expect(WrittenEntry.parse((await late.json()).current).entry).toMatchObject({
      day_of_week: 2,
      version: 2,
    });
    expect((await events('ENTRY_MODIFIED')).map(({ payload }) => payload.changes)).toEqual([
      { day_of_week: { old_value: 1, new_value: 2 } },
    ]);
    // What is as it was is no change.
    expect(await (await edit(entry, { day_of_week: 2 }, 2)).json()).toMatchObject({ entry: { version: 2 } });
    expect(await events('ENTRY_MODIFIED')).toHaveLength(1);
    const remove = (version: number) =>
      ask('DELETE /api/timetables/entries/[id]', {
        id: entry.entry_id,
        headers: { 'if-match': `"v${version}"` },
      });
    expect((await remove(1)).status).toBe(412);
    expect((await remove(2)).status).toBe(204);
    expect((await remove(2)).status).toBe(404);
    expect(await events('ENTRY_DELETED')).toHaveLength(1);
  });
});

describe('publishing', () => {
  it('tells those it concerns once, old and new, and nobody when nothing has changed', async () => {
    const [cs, ma] = [await add(), await add({ course_id: courses.ma, day_of_week: 2 })];
    expect((await diff()).people).toBe(3);
    expect((await publish()).status).toBe(200);
    expect(await told()).toHaveLength(2);
    expect((await told()).find(({ to }) => to.includes(users.student.id))).toMatchObject({
      message: 'Classes a week: 2.',
      to: [users.tara.id, users.student.id].sort(),
    });
    await database.sql.query('TRUNCATE outbox_event');
    expect((await publish()).status).toBe(200);
    expect(await events()).toEqual([]);

    await edit(ma.entry, { course_id: courses.ma, day_of_week: 3, room_id: rooms.b, is_locked: true });
    await database.sql.query('TRUNCATE outbox_event');
    const seen = await diff();
    expect(seen.changed).toMatchObject([
      { fields: ['room', 'day_of_week'], before: { day_of_week: 2 }, after: { day_of_week: 3 } },
    ]);
    expect((await publish()).status).toBe(200);
    expect(await told()).toEqual([
      {
        title: 'MA101 moved to Wed, 10:00 to 11:00',
        message: 'MA101: Tue, 10:00 to 11:00 → Wed, 10:00 to 11:00, room A1 → B1.',
        to: [users.student.id, users.tara.id].sort(),
      },
    ]);
    expect((await events()).map(({ type }) => type)).toEqual([
      'ENTRY_MODIFIED',
      'TIMETABLE_PUBLISHED',
      'SEND_BULK',
    ]);
    const { rows } = await database.sql.query<{ detail: object }>(
      `SELECT detail FROM audit_entry WHERE action = 'timetable.published' ORDER BY id DESC LIMIT 1`,
    );
    expect(rows[0]?.detail).toMatchObject({
      before: { [ma.entry.entry_id]: 'MA101, Tue, 10:00 to 11:00, A1, Tara' },
      after: { [ma.entry.entry_id]: 'MA101, Wed, 10:00 to 11:00, B1, Tara' },
    });

    await ask('DELETE /api/timetables/entries/[id]', { id: cs.entry.entry_id });
    await database.sql.query('TRUNCATE outbox_event');
    await publish();
    expect((await told()).map(({ title }) => title)).toEqual([
      'CS204 is no longer held: Mon, 10:00 to 11:00',
    ]);
  });

  it('warns who has another class at the new time', async () => {
    await add();
    const { entry } = await add({ course_id: courses.ma, day_of_week: 2 });
    await publish();
    await edit(entry, { course_id: courses.ma, room_id: rooms.b, faculty_id: users.tom.id });
    await database.sql.query('TRUNCATE outbox_event');
    expect((await publish()).status).toBe(200);
    const [student] = (await told()).filter(({ to }) => to.includes(users.student.id));
    expect(student?.to).toEqual([users.student.id]);
    expect(student?.message).toMatch(/It clashes: MA101 and CS204, Mon, 10:00 to 11:00\.$/);
  });

  it('refuses a room that is needed twice, unless a reason is given', async () => {
    await add();
    await add({ course_id: courses.ma });
    const refused = await publish();
    const problem = await refused.json();
    expect([refused.status, problem.code]).toEqual([409, 'timetable.conflict']);
    expect(problem.errors.map((error: { field: string }) => error.field)).toEqual(['room_id', 'faculty_id']);
    expect((await diff()).added).toHaveLength(2);
    expect((await publish({ reason: 'A joint lecture' })).status).toBe(200);
    expect((await diff()).added).toEqual([]);
  });

  it('refuses a draft that is another than the one that was looked at', async () => {
    const { version } = await diff();
    await add();
    const late = await ask('POST /api/timetables/[id]/publish', {
      body: {},
      headers: { 'if-match': `"v${version}"` },
    });
    expect(late.status).toBe(412);
    expect(PlanDiff.parse((await late.json()).current).added).toHaveLength(1);
  });

  it('keeps what was changed for single days of a class that stays', async () => {
    const { entry } = await add();
    await publish();
    await database.sql.query(
      `INSERT INTO class_change (id, entry_id, day, is_cancelled) VALUES ($1, $2, '2031-03-10', true)`,
      [randomUUID(), entry.entry_id],
    );
    await edit(entry, { room_id: rooms.b });
    await publish();
    const { rows } = await database.sql.query('SELECT 1 FROM class_change');
    expect(rows).toHaveLength(1);
    await ask('DELETE /api/timetables/entries/[id]', { id: entry.entry_id });
    await publish();
    expect((await database.sql.query('SELECT 1 FROM class_change')).rows).toEqual([]);
  });
});
