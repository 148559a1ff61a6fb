import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { CheckInWall } from '@/lib/contracts/http/check-in';
import { createCheckInCodes } from '@/lib/domain/attendance/check-in-token';
import { TIME_ZONE } from '@/tests/attendance-course';
import { callRoute } from '@/tests/call-route';
import { createUser, TEST_SECRET, type TestUser } from '@/tests/campus';
import { createClass, type TestClass } from '@/tests/check-in-campus';
import { prepareWebServices } from '@/tests/web-services';

const codes = createCheckInCodes(TEST_SECRET);
const CHECK_IN = '/api/attendance/sessions/[id]/check-in';

let database: Awaited<ReturnType<typeof prepareWebServices>>;
let teacher: TestUser;
let anja: TestUser;
let ben: TestUser;
let outsider: TestUser;
let held: TestClass;

beforeAll(async () => {
  database = await prepareWebServices({ UNIVERSITY_TIME_ZONE: TIME_ZONE });
  const { sql } = database;
  teacher = await createUser(sql, { role: 'faculty' });
  anja = await createUser(sql, { role: 'student', name: 'Anja' });
  ben = await createUser(sql, { role: 'student', name: 'Ben' });
  outsider = await createUser(sql, { role: 'student' });
});
afterAll(() => database.drop());

let classes = 0;
async function openClass(plan: object = { absent_at_close: false }): Promise<TestClass> {
  classes += 1;
  const students = [anja.id, ben.id];
  const made = await createClass(database.sql, { code: `C${classes}`, students, facultyId: teacher.id });
  await start(made, plan);
  return made;
}
const start = async ({ sessionId }: TestClass, body: object, status = 200) => {
  const answer = await callRoute(`POST ${CHECK_IN}`, { id: sessionId, cookie: teacher.cookie, body });
  expect(answer.status).toBe(status);
  return answer;
};
beforeEach(async () => {
  held = await openClass();
});

const post = (student: TestUser, body: unknown, device = '') =>
  callRoute('POST /api/check-in', { cookie: `${student.cookie}; ${device}`, body });
/** What the wall shows, so many seconds ago. */
const shown = ({ sessionId }: TestClass, secondsAgo = 0) =>
  codes.show(sessionId, Date.now() - secondsAgo * 1_000);
const scan = (student: TestUser, { token } = shown(held), device = '') => post(student, { token }, device);
const answerOf = async (answer: Promise<Response>) => {
  const response = await answer;
  return { status: response.status, ...(await response.json()) };
};
const wall = async ({ sessionId } = held): Promise<CheckInWall> =>
  (await callRoute(`GET ${CHECK_IN}`, { id: sessionId, cookie: teacher.cookie })).json();
const onWall = async (student: TestUser, of = held) =>
  (await wall(of)).students.find(({ student_id }) => student_id === student.id);
/** The students whom events tell of, by event. */
const told = async (of = held) => {
  const { rows } = await database.sql.query<{ type: string; students: object[] }>(
    `SELECT event_type AS type, value::jsonb #> '{payload,student_records}' AS students FROM outbox_event
     WHERE topic = 'attendance.events' AND value::jsonb #>> '{payload,attendance_id}' = $1
       AND jsonb_array_length(value::jsonb #> '{payload,student_records}') > 0`,
    [of.sessionId],
  );
  return rows;
};
const mark = (student: TestUser, status: string) =>
  callRoute('POST /api/attendance/sessions/[id]/marks', {
    id: held.sessionId,
    cookie: teacher.cookie,
    body: { marks: [{ student_id: student.id, status }] },
  });

describe('a scan', () => {
  it('marks its student present at the server s time, once, and answers again as the first time', async () => {
    const old = shown(held, 3);
    const first = await answerOf(scan(anja, old));
    expect(first).toMatchObject({
      status: 'present',
      session_id: held.sessionId,
      course: { name: `Name of C${classes}` },
      is_late: false,
    });
    expect(Math.abs(Date.parse(first.checked_in_at) - Date.now())).toBeLessThan(5_000);
    expect(await onWall(anja)).toMatchObject({ status: 'present', source: 'check_in', doubt: null });
    // Replayed: fresh, old, and typed.
    for (const body of [{ token: shown(held).token }, { token: shown(held, 40).token }, { code: old.code }])
      expect(await answerOf(post(anja, body))).toEqual(first);
    expect(await told()).toEqual([
      {
        type: 'ATTENDANCE_MARKED',
        students: [expect.objectContaining({ student_id: anja.id, source: 'check_in', status: 'present' })],
      },
    ]);
  });

  it('of one student twice at the same moment is one', async () => {
    const answers = await Promise.all(Array.from({ length: 5 }, () => answerOf(scan(anja))));
    expect(new Set(answers.map(({ checked_in_at }) => checked_in_at)).size).toBe(1);
    expect(await told()).toHaveLength(1);
  });

  it('is late after the cut-off', async () => {
    await start(held, { late_after: new Date(Date.now() - 60_000).toISOString() });
    expect(await answerOf(scan(anja))).toMatchObject({ is_late: true, status: 'late' });
    expect(await onWall(anja)).toMatchObject({ status: 'late' });
  });

  it.each(['present', 'late', 'excused'])('leaves the %s that a teacher has set', async (status) => {
    await mark(anja, status);
    await start(held, { late_after: new Date(Date.now() - 60_000).toISOString() });
    expect(await answerOf(scan(anja))).toMatchObject({ is_late: true, status });
    expect(await onWall(anja)).toMatchObject({ status, source: 'roster', checked_in_at: expect.any(String) });
  });

  it('takes the place of an absence', async () => {
    await mark(anja, 'absent');
    expect(await answerOf(scan(anja))).toMatchObject({ status: 'present' });
    expect(await onWall(anja)).toMatchObject({ status: 'present', source: 'check_in', version: 2 });
  });
});

describe('refused, and nothing is written', () => {
  const refusals: readonly [string, () => unknown | Promise<unknown>, number, string][] = [
    ['a code that is too old', () => ({ token: shown(held, 16).token }), 409, 'check_in.code_expired'],
    ['a code of a time to come', () => ({ token: shown(held, -30).token }), 409, 'check_in.code_expired'],
    ['a typed code that is too old', () => ({ code: shown(held, 20).code }), 409, 'check_in.code_expired'],
    ['a token of our making by nobody', () => ({ token: 'A'.repeat(44) }), 422, 'check_in.wrong_code'],
    [
      'a token signed by somebody else',
      () => ({ token: createCheckInCodes('some other secret').show(held.sessionId, Date.now()).token }),
      422,
      'check_in.wrong_code',
    ],
    ['a typed code of no class', () => ({ code: 'AAAAAA' }), 422, 'check_in.wrong_code'],
    ['nothing', () => ({}), 422, 'request.invalid'],
    ['both', () => ({ token: 'x', code: 'y' }), 422, 'request.invalid'],
    ['a time of the phone', () => ({ token: shown(held).token, at: 'now' }), 422, 'request.invalid'],
    ['a number', () => ({ code: 123456 }), 422, 'request.invalid'],
    [
      'a class that is closed',
      async () => {
        await database.sql.query(`UPDATE attendance_session SET state = 'closed' WHERE id = $1`, [
          held.sessionId,
        ]);
        return { token: shown(held).token };
      },
      409,
      'check_in.not_open',
    ],
    [
      'a check-in that was stopped',
      async () => {
        await callRoute(`DELETE ${CHECK_IN}`, { id: held.sessionId, cookie: teacher.cookie });
        return { token: shown(held).token };
      },
      409,
      'check_in.not_open',
    ],
    [
      'a check-in that has ended by itself',
      async () => {
        await database.sql.query(
          `UPDATE attendance_session SET check_in_until = now() - interval '1 second' WHERE id = $1`,
          [held.sessionId],
        );
        return { token: shown(held).token };
      },
      409,
      'check_in.not_open',
    ],
    [
      'another class, which shows no code',
      async () => {
        const students = [anja.id];
        const other = await createClass(database.sql, { code: 'OTHER', students, facultyId: teacher.id });
        return { token: shown(other).token };
      },
      409,
      'check_in.not_open',
    ],
    [
      'a class of tomorrow',
      async () => {
        await database.sql.query(
          'UPDATE attendance_session SET held_on = held_on + 1, day = day + 1 WHERE id = $1',
          [held.sessionId],
        );
        return { token: shown(held).token };
      },
      409,
      'attendance.too_early',
    ],
  ];
  it.each(refusals)('%s', async (_what, bodyOf, status, code) => {
    expect(await answerOf(post(anja, await bodyOf()))).toMatchObject({ status, code });
    const { rows } = await database.sql.query('SELECT FROM attendance_check_in WHERE session_id = $1', [
      held.sessionId,
    ]);
    expect([rows.length, await told()]).toEqual([0, []]);
  });

  it('who is not in the course, by either code', async () => {
    const { token, code } = shown(held);
    expect(await answerOf(post(outsider, { token }))).toMatchObject({
      status: 403,
      code: 'check_in.not_in_course',
    });
    // A code that is typed is looked for in the own courses alone.
    expect(await answerOf(post(outsider, { code }))).toMatchObject({ code: 'check_in.wrong_code' });
    expect((await post(teacher, { token })).status).toBe(403);
  });

  it('a code that was read on the wall of one class in another', async () => {
    const other = await openClass();
    expect(await answerOf(scan(anja, shown(held)))).toMatchObject({ session_id: held.sessionId });
    expect(await onWall(anja, other)).toMatchObject({ status: null });
    expect(await answerOf(post(anja, { code: shown(other).code }))).toMatchObject({
      session_id: other.sessionId,
    });
  });

  it('who guesses at typed codes, after ten wrong ones, and the right one with them', async () => {
    const guesser = await createUser(database.sql, { role: 'student' });
    await database.sql.query(
      `INSERT INTO enrollment (id, course_id, student_id, status) VALUES (gen_random_uuid(), $1, $2, 'enrolled')`,
      [held.courseId, guesser.id],
    );
    for (let guess = 0; guess < 10; guess += 1)
      expect((await post(guesser, { code: 'WRONG2' })).status).toBe(422);
    const over = await post(guesser, { code: shown(held).code });
    expect([over.status, Number(over.headers.get('retry-after')) > 0]).toEqual([429, true]);
    // Nobody guesses a QR code: who can scan is not kept out.
    expect((await scan(guesser)).status).toBe(200);
  });
});

it('takes a typed code in any case and spacing, and right ones count as no guesses', async () => {
  for (let time = 0; time < 12; time += 1) {
    const { code } = shown(held);
    const typed = ` ${code.slice(0, 3)} ${code.slice(3)}`.toLowerCase();
    expect((await post(ben, { code: typed })).status).toBe(200);
  }
  const { rows } = await database.sql.query('SELECT way FROM attendance_check_in WHERE session_id = $1', [
    held.sessionId,
  ]);
  expect(rows).toEqual([{ way: 'code' }]);
});

describe('the device', () => {
  it('is given a mark that no script can read, kept hashed, and known again', async () => {
    const first = await scan(anja);
    const cookie = first.headers.get('set-cookie') ?? '';
    expect(cookie).toMatch(/^nimbusu\.device=[\w-]{22};.*HttpOnly; SameSite=Lax$/);
    const device = cookie.split(';')[0] ?? '';
    expect((await scan(anja, shown(held), device)).headers.get('set-cookie')).toBeNull();
    const { rows } = await database.sql.query<{ device: string }>(
      'SELECT device FROM attendance_check_in WHERE session_id = $1',
      [held.sessionId],
    );
    expect(rows).toHaveLength(1);
    expect(device).not.toContain(rows[0]?.device);
  });

  it('that is the same for two students flags both and refuses neither, until somebody has looked', async () => {
    const device = `nimbusu.device=${'d'.repeat(22)}`;
    expect((await scan(anja, shown(held), device)).status).toBe(200);
    expect(await onWall(anja)).toMatchObject({ doubt: null });
    expect((await scan(ben, shown(held), device)).status).toBe(200);
    const doubtful = { doubt: 'same_device', status: 'present' };
    expect([await onWall(anja), await onWall(ben)]).toMatchObject([doubtful, doubtful]);
    const clear = (cookie: string, student_id = anja.id) =>
      callRoute(`POST ${CHECK_IN}/clear`, { id: held.sessionId, cookie, body: { student_id } });
    expect((await clear(outsider.cookie)).status).toBe(403);
    expect((await clear(teacher.cookie, outsider.id)).status).toBe(404);
    expect((await clear(teacher.cookie)).status).toBe(200);
    expect((await clear(teacher.cookie)).status).toBe(200);
    expect([await onWall(anja), await onWall(ben)]).toMatchObject([{ doubt: null }, doubtful]);
    // In another class it is nobody's.
    const other = await openClass();
    await scan(ben, shown(other), device);
    expect(await onWall(ben, other)).toMatchObject({ doubt: null });
  });
});

describe('the wall', () => {
  it('shows the code that is taken now, and none once it is stopped', async () => {
    const code = await answerOf(
      callRoute(`GET ${CHECK_IN}/code`, { id: held.sessionId, cookie: teacher.cookie }),
    );
    expect(code.address).toBe('http://127.0.0.1:3000/check-in');
    expect(Date.parse(code.ends_at) - Date.parse(code.server_time)).toBeLessThanOrEqual(15_000);
    expect((await post(anja, { code: code.code })).status).toBe(200);
    const stopped = await callRoute(`DELETE ${CHECK_IN}`, { id: held.sessionId, cookie: teacher.cookie });
    expect((await stopped.json()).is_checking_in).toBe(false);
    expect(
      await answerOf(callRoute(`GET ${CHECK_IN}/code`, { id: held.sessionId, cookie: teacher.cookie })),
    ).toMatchObject({ status: 409, code: 'check_in.not_open' });
  });

  it('is for those who take this class', async () => {
    const colleague = await createUser(database.sql, { role: 'faculty' });
    const admin = await createUser(database.sql, { role: 'admin' });
    const statuses = async (cookie: string) => {
      const asked = ['GET', 'POST', 'DELETE'].map((method) =>
        callRoute(`${method} ${CHECK_IN}`, { id: held.sessionId, cookie }),
      );
      return (await Promise.all(asked)).map(({ status }) => status);
    };
    expect(await statuses(colleague.cookie)).toEqual([403, 403, 403]);
    expect(await statuses(anja.cookie)).toEqual([403, 403, 403]);
    expect(await statuses(admin.cookie)).toEqual([200, 200, 200]);
  });

  it('starts for no class that is closed or still to come, and not with an end that has passed', async () => {
    const past = new Date(Date.now() - 60_000).toISOString();
    expect((await (await start(held, { ends_at: past }, 422)).json()).errors).toMatchObject([
      { code: 'past' },
    ]);
    await database.sql.query('UPDATE attendance_session SET held_on = held_on + 1 WHERE id = $1', [
      held.sessionId,
    ]);
    expect((await (await start(held, {}, 409)).json()).code).toBe('attendance.too_early');
    await database.sql.query(
      `UPDATE attendance_session SET held_on = held_on - 1, state = 'closed' WHERE id = $1`,
      [held.sessionId],
    );
    expect((await (await start(held, {}, 409)).json()).code).toBe('check_in.closed');
  });

  it.each([
    ['0000-01-01T00:00:00Z', 422],
    ['2100-01-01T00:00:00+23:59', 200],
    ['9999-12-31T23:59:00-23:59', 422],
  ])('reads an end at %s, which the database would not', async (moment, status) => {
    await start(held, { ends_at: moment, late_after: moment }, status);
  });

  it('tells who is missing: at the close they are absent, all of them by one event', async () => {
    await start(held, { absent_at_close: true });
    await scan(anja);
    const closed = await callRoute('POST /api/attendance/sessions/[id]/close', {
      id: held.sessionId,
      cookie: teacher.cookie,
    });
    expect(closed.status).toBe(200);
    expect(await onWall(anja)).toMatchObject({ status: 'present', source: 'check_in' });
    expect(await onWall(ben)).toMatchObject({ status: 'absent', source: 'close' });
    expect((await wall()).is_checking_in).toBe(false);
    expect(await answerOf(scan(ben))).toMatchObject({ code: 'check_in.not_open' });
  });
});
