import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { Plan } from '@/lib/contracts/http/plan';
import { AcceptedProposal, TimetableProposal } from '@/lib/contracts/http/timetable-proposal';
import { callRoute } from '@/tests/call-route';
import { createDepartment, createUser, type TestUser } from '@/tests/campus';
import { createCourse, createEntry, createRoom, createTerm, createTimetable } from '@/tests/timetable-world';
import { prepareWebServices } from '@/tests/web-services';

let database: Awaited<ReturnType<typeof prepareWebServices>>;
let admin: TestUser;
let tara: TestUser;
let room: string;
let courses: { cs: string; ma: string };
let termId: string;
let departmentId: string;
let id: string;

beforeAll(async () => {
  database = await prepareWebServices();
  const { sql } = database;
  departmentId = await createDepartment(sql, 'CS');
  admin = await createUser(sql, { role: 'admin' });
  tara = await createUser(sql, { role: 'faculty', name: 'Tara' });
  const student = await createUser(sql, { role: 'student' });
  termId = await createTerm(sql);
  room = await createRoom(sql, 'A1');
  await createRoom(sql, 'B1');
  const given = { termId, departmentId, students: [student.id] };
  courses = {
    cs: await createCourse(sql, { ...given, code: 'CS204' }),
    ma: await createCourse(sql, { ...given, code: 'MA101' }),
  };
});
afterAll(() => database.drop());
beforeEach(async () => {
  const { sql } = database;
  await sql.query('DELETE FROM timetable');
  id = await createTimetable(sql, termId, departmentId);
  for (const courseId of [courses.cs, courses.cs, courses.ma, courses.ma])
    await createEntry(sql, { state: 'draft', timetableId: id, courseId, facultyId: tara.id, roomId: room });
  await sql.query('TRUNCATE outbox_event');
});

const ask = (name: string, options: Parameters<typeof callRoute>[1] = {}) =>
  callRoute(name, { cookie: admin.cookie, id, ...options });
const begin = (seconds = 1, timetable = id) =>
  ask('POST /api/timetables/[id]/proposal', { id: timetable, body: { seconds } });
const read = async () =>
  TimetableProposal.parse(await (await ask('GET /api/timetables/[id]/proposal')).json()).proposal;
const end = (timetable = id) => ask('DELETE /api/timetables/[id]/proposal', { id: timetable });
const accept = (version = 1) =>
  ask('POST /api/timetables/[id]/proposal/accept', { headers: { 'if-match': `"v${version}"` } });
const plan = async () => Plan.parse(await (await ask('GET /api/timetables/[id]')).json());
const ended = (status = 'done') =>
  vi.waitUntil(
    async () => {
      const proposal = await read();
      return proposal?.status === status && proposal;
    },
    { timeout: 30_000, interval: 50 },
  );
/** Two locked classes in one room: no proposal is perfect, so that the search lasts until it is ended. */
const lockAll = () =>
  database.sql.query('UPDATE timetable_entry SET is_locked = course_id = $1', [courses.cs]);
const events = async () =>
  (
    await database.sql.query<{ type: string; payload: { is_published: boolean } }>(
      `SELECT event_type AS type, value::json -> 'payload' AS payload FROM outbox_event ORDER BY id`,
    )
  ).rows;

describe('a proposal for a draft', () => {
  it('takes hard conflicts out of it, and what is locked stays', async () => {
    const [locked] = (await plan()).entries;
    await database.sql.query('UPDATE timetable_entry SET is_locked = true WHERE entry_id = $1', [
      locked?.entry_id,
    ]);
    expect((await plan()).conflicts.some(({ is_hard }) => is_hard)).toBe(true);
    expect(await read()).toBeNull();
    const begun = await begin();
    expect(begun.status).toBe(202);
    expect(await begun.json()).toMatchObject({ proposal: { status: 'running', version: 1, seconds: 1 } });
    const proposal = await ended();
    expect(proposal).toMatchObject({ progress: 1, moved: 3, best: { violations: 0 } });
    expect(proposal.best?.penalty).toBe(
      Object.values(proposal.best?.soft ?? {}).reduce((sum, part) => sum + part, 0),
    );
    // Nothing is written before it is accepted.
    expect((await plan()).timetable.version).toBe(1);

    const response = await accept();
    expect(AcceptedProposal.parse(await response.json())).toEqual({ version: 2, moved: 3, added: 0 });
    const after = await plan();
    expect(after.conflicts).toEqual([]);
    expect(after.entries.find(({ entry_id }) => entry_id === locked?.entry_id)).toEqual({
      ...locked,
      is_locked: true,
    });
    expect((await events()).map(({ type, payload }) => [type, payload.is_published])).toEqual(
      Array.from({ length: 3 }, () => ['ENTRY_MODIFIED', false]),
    );
    // It is used up.
    expect(await read()).toBeNull();
    expect((await accept(2)).status).toBe(404);
  });

  it('is one at a time for a timetable, and few for all of them', async () => {
    const others = [];
    for (const code of ['ME', 'EE']) {
      const other = await createTimetable(database.sql, termId, await createDepartment(database.sql, code));
      for (const courseId of [courses.cs, courses.cs, courses.ma])
        await createEntry(database.sql, { state: 'draft', timetableId: other, courseId, roomId: room });
      others.push(other);
    }
    await lockAll();
    const [me, ee] = others;
    expect((await begin(60)).status).toBe(202);
    const again = await begin(60);
    expect([again.status, (await again.json()).code]).toEqual([409, 'timetable.proposal_running']);
    expect((await begin(60, me)).status).toBe(202);
    const third = await begin(60, ee);
    expect([third.status, (await third.json()).code]).toEqual([409, 'timetable.proposal_running']);
    await end(me);
    expect((await begin(60, ee)).status).toBe(202);
    for (const timetable of [id, ee]) await end(timetable);
  });

  it('keeps the best so far when it is ended, and is forgotten the next time', async () => {
    await lockAll();
    await begin(60);
    await vi.waitUntil(async () => (await read())?.best, { timeout: 30_000, interval: 50 });
    // Not accepted while it is being searched for.
    expect((await accept()).status).toBe(404);
    expect((await end()).status).toBe(204);
    expect(await read()).toMatchObject({ status: 'cancelled', best: { hard: { lectures: 0 } } });
    expect((await end()).status).toBe(204);
    expect(await read()).toBeNull();
    expect((await end()).status).toBe(404);
    expect((await begin(60)).status).toBe(202);
    await end();
  });

  it('is refused for a draft that has changed meanwhile, and nothing is written', async () => {
    await begin();
    await ended();
    const [entry] = (await plan()).entries;
    await ask('DELETE /api/timetables/entries/[id]', { id: entry?.entry_id ?? '' });
    await database.sql.query('TRUNCATE outbox_event');
    const before = await plan();
    for (const version of [1, 2]) {
      const late = await accept(version);
      expect([late.status, (await late.json()).code]).toEqual([412, 'precondition.failed']);
    }
    expect(await plan()).toEqual(before);
    expect(await events()).toEqual([]);
  });

  it.each([
    ['no time', { seconds: 0 }],
    ['too much time', { seconds: 61 }],
    ['a part of a second', { seconds: 1.5 }],
    ['a word', { seconds: 'long' }],
    ['something else', { seconds: 1, rooms: [] }],
    ['nothing', {}],
  ])('is refused with %s', async (_what, body) => {
    const response = await ask('POST /api/timetables/[id]/proposal', { body });
    expect([response.status, (await response.json()).code]).toEqual([422, 'request.invalid']);
    expect(await read()).toBeNull();
  });

  it('is refused when there are more classes than places', async () => {
    await database.sql.query('UPDATE timetable_entry SET start_minute = 0, end_minute = 1439');
    for (let count = 0; count < 7; count += 1)
      await createEntry(database.sql, { state: 'draft', timetableId: id, courseId: courses.cs });
    const response = await begin();
    expect([response.status, (await response.json()).code]).toEqual([409, 'timetable.no_place']);
  });

  it('is accepted with the version of the draft named', async () => {
    await begin();
    await ended();
    const response = await ask('POST /api/timetables/[id]/proposal/accept');
    expect(response.status).toBe(428);
  });
});
