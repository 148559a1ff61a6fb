import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { recordChange } from '@/lib/domain/audit/record-change';
import { activateDue } from '@/lib/domain/person/change-status';
import { passwordFits } from '@/lib/infra/auth/password';
import { createUnitOfWork } from '@/lib/infra/outbox/unit-of-work';
import { callRoute } from '@/tests/call-route';
import { createDepartment, createUser, openSession, type TestUser } from '@/tests/campus';
import { prepareWebServices } from '@/tests/web-services';

let database: Awaited<ReturnType<typeof prepareWebServices>>;
let admin: TestUser;
let departmentId: string;
let person: TestUser;

beforeAll(async () => {
  database = await prepareWebServices({ RATE_LIMIT_WRITES: '100000', RATE_LIMIT_READS: '100000' });
  departmentId = await createDepartment(database.sql, 'CS');
  admin = await createUser(database.sql, { role: 'admin', name: 'Asha Rao' });
});
beforeEach(async () => {
  person = await createUser(database.sql, { role: 'student', departmentId });
});
afterAll(() => database.drop());

const call = (name: string, options: Parameters<typeof callRoute>[1] = {}) =>
  callRoute(name, { cookie: admin.cookie, ...options });
const read = async (id: string) => (await call('GET /api/people/[id]', { id })).json();

/** What the outbox has of these events of one person, oldest first. */
async function told(userId: string) {
  const { rows } = await database.sql.query<{ event_type: string; value: string }>(
    `SELECT event_type, value FROM outbox_event WHERE value::jsonb->'payload'->>'user_id' = $1 ORDER BY id`,
    [userId],
  );
  return rows.map(({ event_type, value }) => ({ type: event_type, ...JSON.parse(value).payload }));
}
const typesOf = async (userId: string) => (await told(userId)).map(({ type }) => type);

describe('an account', () => {
  it('is made with no password that fits, told of, and written down', async () => {
    const body = { email: ' Ada@Uni.Example ', name: 'Ada', role: 'student', department_id: departmentId };
    const response = await call('POST /api/people', { body, headers: { 'idempotency-key': 'ada' } });
    const made = await response.json();
    expect([response.status, made.email, response.headers.get('location')]).toEqual([
      201,
      'ada@uni.example',
      `/api/people/${made.id}`,
    ]);
    const again = await call('POST /api/people', { body, headers: { 'idempotency-key': 'ada' } });
    expect((await again.json()).id).toBe(made.id);
    expect(await typesOf(made.id)).toEqual(['USER_CREATED']);
    const mails = await database.sql.query('SELECT 1 FROM password_link WHERE user_id = $1', [made.id]);
    expect(mails.rowCount).toBe(1);
    const { rows } = await database.sql.query<{ password_hash: string }>(
      'SELECT password_hash FROM app_user WHERE id = $1',
      [made.id],
    );
    expect(await passwordFits(rows[0]?.password_hash ?? '', '')).toBe(false);
    const audit = await (await call('GET /api/audit', { query: `?subject_id=${made.id}` })).json();
    expect(audit.items).toMatchObject([
      { action: 'person.created', actor_name: 'Asha Rao', subject_name: 'Ada', before: null },
    ]);
    expect(audit.items[0].after).toMatchObject({ email: 'ada@uni.example', department: 'CS' });
  });

  it('is not made with what somebody else has, or in no department; the field is named', async () => {
    await call('PATCH /api/people/[id]', {
      id: person.id,
      body: { register_no: '77' },
      headers: { 'if-match': '"v1"' },
    });
    const post = async (given: object) => {
      const body = { email: `${randomUUID()}@x.example`, name: 'X', role: 'student', ...given };
      const response = await call('POST /api/people', { body });
      const { errors } = await response.json();
      return [response.status, errors?.[0]?.field, errors?.[0]?.code];
    };
    expect(await post({ email: `${person.id}@TEST.example` })).toEqual([422, 'email', 'taken']);
    expect(await post({ register_no: '77' })).toEqual([422, 'register_no', 'taken']);
    expect(await post({ department_id: randomUUID() })).toEqual([422, 'department_id', 'unknown']);
    expect((await post({ email: 'no address' })).slice(0, 2)).toEqual([422, 'email']);
    const email = `${randomUUID()}@x.example`;
    const both = await Promise.all([post({ email }), post({ email })]);
    expect(both.map(([status]) => status).sort()).toEqual([201, 422]);
  });

  it('is edited by who has seen its newest version', async () => {
    const edit = (version: number, body: object) =>
      call('PATCH /api/people/[id]', { id: person.id, body, headers: { 'if-match': `"v${version}"` } });
    expect((await edit(1, { name: 'New name' })).headers.get('etag')).toBe('"v2"');
    const late = await edit(1, { name: 'Other' });
    expect([late.status, (await late.json()).current.name]).toEqual([412, 'New name']);
    expect((await edit(2, { name: 'New name' })).headers.get('etag')).toBe('"v2"');
    expect(await told(person.id)).toMatchObject([
      { type: 'USER_UPDATED', changes: { name: { old_value: person.name, new_value: 'New name' } } },
    ]);
    const none = await callRoute('PATCH /api/people/[id]', {
      cookie: admin.cookie,
      id: person.id,
      body: { name: 'x' },
    });
    expect(none.status).toBe(428);
  });

  it('gets another role: revoked, assigned, and judged by it at once', async () => {
    const response = await call('POST /api/people/[id]/role', {
      id: person.id,
      body: { role: 'faculty', reason: 'Appointed' },
    });
    expect((await response.json()).role).toBe('faculty');
    expect(await typesOf(person.id)).toEqual(['ROLE_REVOKED', 'ROLE_ASSIGNED', 'USER_UPDATED']);
    const me = await callRoute('GET /api/me', { cookie: person.cookie });
    expect((await me.json()).role).toBe('faculty');
  });

  it('is suspended: its sessions end with the reason, and nobody comes in', async () => {
    const other = await openSession(database.sql, person.id);
    const body = { reason: 'Exam rules' };
    expect((await call('POST /api/people/[id]/suspend', { id: person.id, body })).status).toBe(200);
    const events = await told(person.id);
    expect(events.filter(({ type }) => type === 'LOGOUT').map(({ reason }) => reason)).toEqual([
      'suspended',
      'suspended',
    ]);
    expect(events.at(-1)).toMatchObject({ type: 'USER_SUSPENDED', reason: 'Exam rules' });
    for (const { cookie } of [person, other])
      expect((await callRoute('GET /api/me', { cookie })).status).toBe(401);
    expect((await call('POST /api/people/[id]/activate', { id: person.id })).status).toBe(200);
    expect((await told(person.id)).at(-1)).toMatchObject({
      type: 'USER_ACTIVATED',
      previous_status: 'suspended',
    });
    // The old sessions stay ended.
    expect((await callRoute('GET /api/me', { cookie: person.cookie })).status).toBe(401);
  });

  it('is open again when the time of its suspension is over', async () => {
    const unitOfWork = createUnitOfWork(database, () => undefined);
    const turn = () => unitOfWork.run({ correlationId: 'the-clock' }, activateDue);
    const until = (ms: number) => new Date(Date.now() + ms).toISOString();
    const suspend = (at: string) =>
      call('POST /api/people/[id]/suspend', { id: person.id, body: { reason: 'A week', until: at } });
    expect((await suspend(until(-1_000))).status).toBe(422);
    expect((await suspend(until(60_000))).status).toBe(200);
    expect(await turn()).toBe(false);
    await database.sql.query(
      `UPDATE app_user SET suspended_until = now() - interval '1 minute' WHERE id = $1`,
      [person.id],
    );
    expect([await turn(), await turn()]).toEqual([true, false]);
    expect(await read(person.id)).toMatchObject({ status: 'active', suspended_until: null });
    expect((await typesOf(person.id)).at(-1)).toBe('USER_ACTIVATED');
  });

  it('is deleted softly, with a reason, and can be opened again', async () => {
    const remove = (query: string) => call('DELETE /api/people/[id]', { id: person.id, query });
    expect((await remove('')).status).toBe(422);
    expect((await remove('?reason=Left')).status).toBe(204);
    expect((await remove('?reason=Left')).status).toBe(204);
    expect((await typesOf(person.id)).filter((type) => type === 'USER_DELETED')).toHaveLength(1);
    const found = async (query: string) => {
      const { items } = await (await call('GET /api/people', { query })).json();
      return items.some((each: { id: string }) => each.id === person.id);
    };
    expect([await found(`?query=${person.id}`), await found(`?query=${person.id}&status=deleted`)]).toEqual([
      false,
      true,
    ]);
    const edit = await call('PATCH /api/people/[id]', {
      id: person.id,
      body: { name: 'Y' },
      headers: { 'if-match': '"v2"' },
    });
    expect([edit.status, (await edit.json()).code]).toEqual([409, 'person.deleted']);
    await call('POST /api/people/[id]/activate', { id: person.id });
    expect((await read(person.id)).status).toBe('active');
  });
});

describe('administrators', () => {
  const acts = [
    ['DELETE /api/people/[id]', { query: '?reason=x' }],
    ['POST /api/people/[id]/suspend', { body: { reason: 'x' } }],
    ['POST /api/people/[id]/role', { body: { role: 'student' } }],
  ] as const;

  it.each(acts)('do not do this to themselves: %s', async (name, options) => {
    const response = await call(name, { ...options, id: admin.id });
    expect([response.status, (await response.json()).code]).toEqual([409, 'person.is_self']);
  });

  it('are never all gone: of two who demote each other one stays', async () => {
    const second = await createUser(database.sql, { role: 'admin' });
    const demote = (cookie: string, id: string) =>
      callRoute('POST /api/people/[id]/role', { cookie, id, body: { role: 'faculty' } });
    const answers = await Promise.all([demote(admin.cookie, second.id), demote(second.cookie, admin.id)]);
    const statuses = answers.map(({ status }) => status).sort();
    expect(statuses[0]).toBe(200);
    expect([403, 409]).toContain(statuses[1]);
    const { rows } = await database.sql.query(`SELECT id FROM app_user WHERE role = 'admin'`);
    expect(rows).toHaveLength(1);
    await database.sql.query(`UPDATE app_user SET role = 'admin' WHERE id = $1`, [admin.id]);
    await database.sql.query(`UPDATE app_user SET role = 'faculty' WHERE id = $1`, [second.id]);
  });
});

it('lists page by page, each person once, by name; finds by words, role and department', async () => {
  const word = randomUUID().slice(0, 8);
  for (const name of ['C', 'A', 'B', 'A', '100%'])
    await createUser(database.sql, { role: 'faculty', name: `${name} ${word}`, departmentId });
  const names: string[] = [];
  let cursor = '';
  do {
    const query = `?query=${word}&role=faculty&department_id=${departmentId}&limit=2${cursor && `&cursor=${cursor}`}`;
    const page = await (await call('GET /api/people', { query })).json();
    names.push(...page.items.map((each: { name: string }) => each.name));
    cursor = page.next_cursor ?? '';
  } while (cursor !== '');
  expect(names).toEqual(['100%', 'A', 'A', 'B', 'C'].map((name) => `${name} ${word}`));
  const { items } = await (await call('GET /api/people', { query: '?query=100%25' })).json();
  expect(items).toHaveLength(1);
  const none = await (await call('GET /api/people', { query: `?query=${word}&role=student` })).json();
  expect(none.items).toEqual([]);
});

it('exports what a spreadsheet does not run', async () => {
  await createUser(database.sql, { role: 'student', name: '=cmd|calc' });
  const text = await (await call('GET /api/people/export', { query: '?query=cmd' })).text();
  const [head, line] = text.split('\n');
  expect(head).toContain('email,name,role,department,register_no,status');
  expect(line).toContain(`,'=cmd|calc,student,`);
});

it('tells where a person is signed in, and pages the audit list by who and what', async () => {
  const sessions = await (await call('GET /api/people/[id]/sessions', { id: person.id })).json();
  expect(sessions.items.map((each: { id: string }) => each.id)).toEqual([person.sessionId]);
  for (const role of ['faculty', 'student', 'faculty'])
    await call('POST /api/people/[id]/role', { id: person.id, body: { role } });
  const audit = async (more: string) =>
    (await call('GET /api/audit', { query: `?subject_id=${person.id}&limit=2${more}` })).json();
  const first = await audit('');
  expect(first.items.map((each: { after: unknown }) => each.after)).toEqual([
    { role: 'faculty' },
    { role: 'student' },
  ]);
  const rest = await audit(`&cursor=${first.next_cursor}`);
  expect([rest.items.length, rest.next_cursor]).toEqual([1, null]);
  expect((await audit('&action=person')).items).toHaveLength(2);
  expect((await audit('&action=person.edited')).items).toEqual([]);
  expect((await audit(`&actor_id=${person.id}`)).items).toEqual([]);
  expect((await audit('&query=ASHA')).items).toHaveLength(2);
  expect((await audit('&query=nobody%25')).items).toEqual([]);
  const [day, hour] = [86_400_000, 3_600_000];
  const at = (shift: number) => new Date(Date.now() + shift).toISOString();
  expect((await audit(`&since=${at(-hour)}&until=${at(hour)}`)).items).toHaveLength(2);
  expect((await audit(`&since=${at(hour)}`)).items).toEqual([]);
  expect((await audit(`&until=${at(-day)}`)).items).toEqual([]);
});

it('the audit list names what was changed, and whom an id stands for', async () => {
  const by = { actor: { userId: admin.id, sessionId: admin.sessionId }, correlationId: 'names' };
  const change = (subjectKind: string, subjectId: string, after: object) =>
    recordChange(database.sql, by, {
      action: `${subjectKind}.tested`,
      subjectKind,
      subjectId,
      before: null,
      after: { ...after },
    });
  const gone = randomUUID();
  await change('department', departmentId, { student_id: person.id, other_id: gone });
  await change('room', 'no uuid', {});
  const items = async (kind: string) =>
    (await (await call('GET /api/audit', { query: `?action=${kind}.tested` })).json()).items;
  const { rows } = await database.sql.query('SELECT name FROM department WHERE id = $1', [departmentId]);
  expect(await items('department')).toMatchObject([
    { subject_name: rows[0]?.name, names: { [person.id]: person.name } },
  ]);
  expect((await items('department'))[0].names[gone]).toBeUndefined();
  expect(await items('room')).toMatchObject([{ subject_name: '', subject_id: 'no uuid', names: {} }]);
});
