import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createAttendanceCourse, daysAgo, TIME_ZONE } from '@/tests/attendance-course';
import { callRoute } from '@/tests/call-route';
import { createDepartment, createUser, type TestUser } from '@/tests/campus';
import { prepareWebServices } from '@/tests/web-services';

let database: Awaited<ReturnType<typeof prepareWebServices>>;
let admin: TestUser;
let teacher: TestUser;
let colleague: TestUser;
let stranger: TestUser;
let ada: TestUser;
let ben: TestUser;
let outsider: TestUser;
let entryId = '';
let sessionId = '';

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const PDF = Buffer.from('%PDF-1.7\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n');

beforeAll(async () => {
  database = await prepareWebServices({ RATE_LIMIT_WRITES: '100000', UNIVERSITY_TIME_ZONE: TIME_ZONE });
  const { sql } = database;
  const departmentId = await createDepartment(sql, 'CS');
  admin = await createUser(sql, { role: 'admin' });
  teacher = await createUser(sql, { role: 'faculty' });
  colleague = await createUser(sql, { role: 'faculty' });
  stranger = await createUser(sql, { role: 'faculty' });
  ada = await createUser(sql, { role: 'student', name: 'Ada' });
  ben = await createUser(sql, { role: 'student', name: 'Ben' });
  outsider = await createUser(sql, { role: 'student', name: 'Out' });
  ({ entryId } = await createAttendanceCourse(sql, {
    departmentId,
    code: 'CS204',
    students: [ada.id, ben.id],
    faculty: [teacher.id, colleague.id],
    last: 'yesterday',
  }));
});
afterAll(() => database.drop());
beforeEach(async () => {
  await database.sql.query('TRUNCATE attendance_session, attendance_total, class_change CASCADE');
  sessionId = await open(daysAgo(1));
});

async function call(
  name: string,
  user: TestUser,
  options: { id?: string; body?: unknown; query?: string } = {},
) {
  const response = await callRoute(name, { cookie: user.cookie, ...options });
  return { status: response.status, body: await response.json() };
}
async function open(day: string): Promise<string> {
  const { body } = await call('POST /api/attendance/sessions', teacher, { body: { entry_id: entryId, day } });
  return String(body.id);
}
const mark = (status: string | null, student = ada) =>
  call('POST /api/attendance/sessions/[id]/marks', teacher, {
    id: sessionId,
    body: { marks: [{ student_id: student.id, status }], reason: 'Test' },
  });
const ask = (more: object = {}, who = ada) =>
  call('POST /api/attendance/requests', who, {
    body: { session_id: sessionId, wanted_status: 'present', note: 'I was there', ...more },
  });
const decide = (id: string, body: object, who = teacher) =>
  call('POST /api/attendance/requests/[id]/decide', who, { id, body });
const listed = async (who: TestUser, query = '') =>
  (await call('GET /api/attendance/requests', who, { query })).body.items.map(({ id }: { id: string }) => id);
const file = (name: string, content: Buffer) => ({ file: { name, content: content.toString('base64') } });
const told = async (since: number) =>
  (
    await database.sql.query<{ title: string; to: string[] }>(
      `SELECT value::jsonb -> 'payload' ->> 'title' AS title,
         ARRAY(SELECT jsonb_array_elements_text(value::jsonb -> 'payload' -> 'recipient_filter' -> 'user_ids') ORDER BY 1) AS to
       FROM outbox_event WHERE event_type = 'SEND_BULK' AND id > $1 ORDER BY id`,
      [since],
    )
  ).rows;
const newest = async () =>
  (await database.sql.query<{ id: number }>('SELECT coalesce(max(id), 0)::int AS id FROM outbox_event'))
    .rows[0]?.id ?? 0;

describe('a request', () => {
  it('is made with a file, told to those who teach, accepted, and makes the mark with its reason', async () => {
    await mark('absent');
    const before = await newest();
    const { status, body } = await ask(file('..\\..\\my\u202E certificate.exe', PDF));
    expect(status).toBe(201);
    expect(body).toMatchObject({
      state: 'open',
      mark: { status: 'absent', version: 1 },
      wanted_status: 'present',
      file: { name: 'my certificate.pdf', media_type: 'application/pdf', size: PDF.length },
    });
    const asked = await told(before);
    expect(asked.map(({ to }) => to)).toEqual([[colleague.id, teacher.id].toSorted()]);
    expect(asked[0]?.title).toMatch(/^Ada asks to be present: CS204, /);

    const afterAsking = await newest();
    const decided = await decide(body.id, { accept: true, answer: 'I have seen you', mark_version: 1 });
    expect(decided.body).toMatchObject({
      state: 'accepted',
      answer: 'I have seen you',
      mark: { status: 'present', version: 2 },
      decided_by: { id: teacher.id },
    });
    const [toStudent, ...others] = await told(afterAsking);
    expect(toStudent?.to).toEqual([ada.id]);
    expect(toStudent?.title).toMatch(/: absent → present$/);
    expect(others).toEqual([]);
    const { body: history } = await call('GET /api/attendance/sessions/[id]/history', ada, { id: sessionId });
    expect(history.items[0]).toMatchObject({
      before: { status: 'absent' },
      after: { status: 'present' },
      source: 'correction',
      reason: 'Asked for by Ada: I was there – I have seen you',
      changed_by: { id: teacher.id },
    });
  });

  it('is refused with a reason that the student and the colleagues are told', async () => {
    const { body } = await ask({ wanted_status: 'excused' });
    expect((await decide(body.id, { accept: false })).body.errors[0].field).toBe('answer');
    const before = await newest();
    const refused = await decide(body.id, { accept: false, answer: 'No certificate' });
    expect(refused.body).toMatchObject({ state: 'refused', mark: { status: null, version: 0 } });
    expect((await told(before)).map(({ to }) => to)).toEqual([[ada.id], [colleague.id]]);
  });

  it('is decided once, also by two at the same moment', async () => {
    const { body } = await ask();
    const both = await Promise.all([
      decide(body.id, { accept: true }),
      decide(body.id, { accept: false, answer: 'No' }, colleague),
    ]);
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    const late = await decide(body.id, { accept: true });
    expect([late.status, late.body.code]).toEqual([409, 'attendance.request_over']);
  });

  it('whose mark is another than was looked at is not decided: both are told', async () => {
    await mark('absent');
    const { body } = await ask();
    await mark('late');
    const outdated = await decide(body.id, { accept: true, mark_version: 1 });
    expect([outdated.status, outdated.body.code]).toEqual([412, 'precondition.failed']);
    expect(outdated.body.current).toMatchObject([{ student_id: ada.id, status: 'late', version: 2 }]);
    expect((await call('GET /api/attendance/requests/[id]', ada, { id: body.id })).body.state).toBe('open');
  });

  it('is taken back by who made it while it is open, and then another may be made', async () => {
    const { body } = await ask();
    expect((await ask()).body.code).toBe('attendance.request_open');
    const withdraw = (who: TestUser) =>
      call('POST /api/attendance/requests/[id]/withdraw', who, { id: body.id });
    expect((await withdraw(ben)).status).toBe(404);
    expect((await withdraw(ada)).body.state).toBe('withdrawn');
    expect((await withdraw(ada)).body.code).toBe('attendance.request_over');
    expect((await decide(body.id, { accept: true })).body.code).toBe('attendance.request_over');
    expect((await ask()).status).toBe(201);
  });

  it('sent twice at the same moment is one', async () => {
    const both = await Promise.all([ask(), ask()]);
    expect(both.map(({ status }) => status).toSorted()).toEqual([201, 409]);
  });

  it('is seen by its student and those who take the class, and by nobody else', async () => {
    const { body } = await ask(file('a.png', PNG));
    const read = async (who: TestUser) =>
      (await callRoute('GET /api/attendance/requests/[id]/file', { cookie: who.cookie, id: body.id })).status;
    for (const who of [ada, teacher, colleague, admin]) {
      expect(await listed(who)).toEqual([body.id]);
      expect(await read(who)).toBe(200);
    }
    for (const who of [ben, stranger, outsider]) {
      expect(await listed(who)).toEqual([]);
      expect(await read(who)).toBe(404);
      expect((await call('GET /api/attendance/requests/[id]', who, { id: body.id })).status).toBe(404);
    }
    expect((await decide(body.id, { accept: true }, stranger)).status).toBe(404);
    expect(await listed(ada, '?open=false')).toEqual([]);
    await decide(body.id, { accept: true });
    expect(await listed(ada, '?open=false')).toEqual([body.id]);
    expect(await listed(ada, '?open=true')).toEqual([]);
  });

  it('comes in pages', async () => {
    const ids: string[] = [];
    for (const days of [1, 8]) {
      sessionId = await open(daysAgo(days));
      ids.push((await ask()).body.id, (await ask({}, ben)).body.id);
    }
    const first = await call('GET /api/attendance/requests', teacher, { query: '?limit=3' });
    const rest = await call('GET /api/attendance/requests', teacher, {
      query: `?limit=3&cursor=${first.body.next_cursor}`,
    });
    const shown = [...first.body.items, ...rest.body.items].map(({ id }: { id: string }) => id);
    expect(shown).toEqual(ids.toReversed());
    expect(rest.body.next_cursor).toBeNull();
  });
});

describe('is refused', () => {
  it('a class of a course the student is not in, or none', async () => {
    expect((await ask({}, outsider)).status).toBe(404);
    expect((await ask({ session_id: randomUUID() })).status).toBe(404);
  });

  it('what is marked so already, too early or frozen', async () => {
    await mark('present');
    expect((await ask()).body.code).toBe('attendance.marked_so');
    await database.sql.query('UPDATE attendance_session SET held_on = held_on + 30 WHERE id = $1', [
      sessionId,
    ]);
    expect((await ask({ wanted_status: 'late' })).body.code).toBe('attendance.too_early');
    await database.sql.query('UPDATE attendance_session SET held_on = held_on - 60 WHERE id = $1', [
      sessionId,
    ]);
    expect((await ask({ wanted_status: 'late' })).body.code).toBe('attendance.frozen');
  });

  it('to be accepted once it is frozen: it can be refused alone', async () => {
    const { body } = await ask();
    await database.sql.query('UPDATE attendance_session SET held_on = held_on - 60 WHERE id = $1', [
      sessionId,
    ]);
    expect((await decide(body.id, { accept: true })).body.code).toBe('attendance.frozen');
    expect((await decide(body.id, { accept: false, answer: 'Too late' })).status).toBe(200);
  });

  it.each([
    [
      'an executable called a picture',
      file('photo.png', Buffer.from('MZ\u0090\u0000 not a picture')),
      'type',
    ],
    ['a page with a script', file('a.pdf', Buffer.from('<html><script>alert(1)</script>')), 'type'],
    [
      'a drawing that may hold scripts',
      file('a.svg', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')),
      'type',
    ],
    ['no base64', { file: { name: 'a.png', content: '***' } }, 'invalid_format'],
    ['nothing', { file: { name: 'a.png', content: '' } }, undefined],
    ['more than 2 MB', file('a.pdf', Buffer.concat([PDF, Buffer.alloc(2 * 1024 * 1024)])), 'too_big'],
  ])('a file that is %s', async (_what, given, code) => {
    const { status, body } = await ask(given);
    expect([status, body.errors[0].field]).toEqual([422, 'file.content']);
    if (code) expect(body.errors[0].code).toBe(code);
    expect(await listed(ada)).toEqual([]);
  });

  it('a body that is larger than a file may be', async () => {
    expect((await ask({ note: 'x'.repeat(4_000_000) })).status).toBe(413);
  });
});

describe('the file', () => {
  it('is saved and never shown, as what its content is', async () => {
    const { body } = await ask(file('Übersicht "1".html', PNG));
    const response = await callRoute('GET /api/attendance/requests/[id]/file', {
      cookie: teacher.cookie,
      id: body.id,
    });
    expect(response.headers.get('content-type')).toBe('image/png');
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    expect(response.headers.get('content-disposition')).toBe(
      `attachment; filename="_bersicht__1_.png"; filename*=UTF-8''%C3%9Cbersicht%20%221%22.png`,
    );
    expect(Buffer.from(await response.arrayBuffer())).toEqual(PNG);
  });
});

describe('the record of a class', () => {
  it('is as it was at any instant, however far away, and for a student the own mark alone', async () => {
    await mark('absent');
    await mark('late', ben);
    const record = async (who: TestUser, at = '') =>
      (
        await call('GET /api/attendance/sessions/[id]/roster', who, {
          id: sessionId,
          ...(at && { query: `?at=${encodeURIComponent(at)}` }),
        })
      ).body;
    expect(await record(teacher)).toMatchObject({
      students: [{ status: 'absent' }, { status: 'late' }],
      moments: [{ changes: 1 }, { changes: 1 }],
    });
    expect((await record(ada)).students).toMatchObject([{ id: ada.id, status: 'absent' }]);
    for (const at of ['0000-01-01T00:00:00Z', '1969-12-31T23:59:59+14:00'])
      expect((await record(teacher, at)).students).toMatchObject([{ status: null }, { status: null }]);
    expect((await record(teacher, '9999-12-31T23:59:59-14:00')).students[0].status).toBe('absent');
    expect((await record(stranger)).code).toBe('resource.not_found');
    expect((await record(teacher, 'yesterday')).code).toBe('request.invalid');
  });

  it('has its history in pages; of a classmate a student is told nothing', async () => {
    for (const status of ['absent', 'late', 'present']) await mark(status);
    const history = (who: TestUser, query: string) =>
      call('GET /api/attendance/sessions/[id]/history', who, { id: sessionId, query });
    const first = await history(teacher, `?limit=2&student_id=${ada.id}`);
    const rest = await history(teacher, `?limit=2&student_id=${ada.id}&cursor=${first.body.next_cursor}`);
    const shown = [...first.body.items, ...rest.body.items].map(
      ({ after }: { after: { status: string } }) => after.status,
    );
    expect(shown).toEqual(['present', 'late', 'absent']);
    expect((await history(ben, `?student_id=${ada.id}`)).status).toBe(404);
    expect((await history(ben, '')).body.items).toEqual([]);
  });
});
