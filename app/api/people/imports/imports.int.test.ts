import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { callRoute } from '@/tests/call-route';
import { createDepartment, createUser, type TestUser } from '@/tests/campus';
import { prepareWebServices } from '@/tests/web-services';

let database: Awaited<ReturnType<typeof prepareWebServices>>;
let admin: TestUser;

beforeAll(async () => {
  database = await prepareWebServices({ RATE_LIMIT_WRITES: '100000' });
  await createDepartment(database.sql, 'CS');
  admin = await createUser(database.sql, { role: 'admin' });
});
afterAll(() => database.drop());

const ask = async (name: string, body: object, id?: string, cookie = admin.cookie) => {
  const response = await callRoute(name, { cookie, body, ...(id && { id }) });
  return { status: response.status, body: await response.json() };
};
const dryRun = (content: string) => ask('POST /api/people/imports', { file_name: 'people.csv', content });
const confirm = (plan: { id: string; digest: string }, cookie?: string) =>
  ask('POST /api/people/imports/[id]/confirm', { digest: plan.digest }, plan.id, cookie);
async function count(statement: string): Promise<number> {
  const { rows } = await database.sql.query<{ count: number }>(
    `SELECT count(*)::int AS count FROM ${statement}`,
  );
  return rows[0]?.count ?? -1;
}
const rowsOf = (name: string, size: number) =>
  Array.from({ length: size }, (_, at) => `${name}${at}@uni.example,Person ${at},student,CS`);
const HEAD = 'email,name,role,department';

describe('a file', () => {
  it('of a spreadsheet is read: mark, semicolons, quoted line breaks, its own headings', async () => {
    const { body } = await dryRun(
      '\uFEFFE-Mail;Name;Rolle;Fachbereich;Remark\r\nA@uni.example;"Ada\nKing";student;cs;x\r\n',
    );
    expect(body.counts).toEqual({ create: 1, change: 0, unchanged: 0, error: 0 });
    expect(body.rows).toMatchObject([{ row: 2, email: 'a@uni.example', kind: 'create' }]);
  });

  it.each([
    ['no heading for the email', 'name,role\nA,student', 'header'],
    ['a column twice', 'email,E-Mail\na,b', 'header'],
    ['another encoding', `${HEAD}\nm\uFFFDller@uni.example,M,student,CS`, 'encoding'],
    ['a quote that never ends', `${HEAD}\n"a@uni.example,A,student,CS`, 'malformed'],
  ])('with %s is refused', async (_what, content, code) => {
    const { status, body } = await dryRun(content);
    expect([status, body.errors[0].field, body.errors[0].code]).toEqual([422, 'content', code]);
  });

  it('with other headings is taken by the mapping that the request gives; what is mapped wrongly is named', async () => {
    const content = 'Kontakt,Wer,Als,Wo\nmapped@uni.example,Map,student,CS';
    const mapping = { email: 'Kontakt', name: 'Wer', role: 'Als', department: null, register_no: null };
    const tryWith = (more: object) =>
      ask('POST /api/people/imports', { file_name: 'x.csv', content, mapping: { ...mapping, ...more } });
    expect((await dryRun(content)).body.errors[0].code).toBe('header');
    const { body } = await tryWith({});
    expect([body.headings, body.mapping]).toEqual([['Kontakt', 'Wer', 'Als', 'Wo'], mapping]);
    expect((await confirm(body)).body).toEqual({ created: 1, changed: 0 });
    expect(await count(`app_user WHERE email = 'mapped@uni.example' AND department_id IS NULL`)).toBe(1);
    const wrong = async (more: object) => {
      const { status, body: refused } = await tryWith(more);
      return [status, refused.errors[0].field, refused.errors[0].code];
    };
    expect(await wrong({ name: 'Nirgends' })).toEqual([422, 'mapping.name', 'unknown']);
    expect(await wrong({ name: 'Kontakt' })).toEqual([422, 'mapping.email', 'twice']);
    expect(await wrong({ email: null })).toEqual([422, 'mapping.email', 'missing']);
  });

  it('has a list of its errors, in which no cell is a formula', async () => {
    const { body } = await dryRun(`${HEAD}\nf@uni.example,F,=1+1,CS\ng@uni.example,G,student,@XX`);
    expect(body.counts.error).toBe(2);
    const read = (cookie: string) =>
      callRoute('GET /api/people/imports/[id]/errors', { cookie, id: body.id });
    expect(await (await read(admin.cookie)).text()).toBe(
      "row,email,column,problem,value\n2,f@uni.example,role,unknown,'=1+1\n3,g@uni.example,department,unknown,'@XX\n",
    );
    const other = await createUser(database.sql, { role: 'admin' });
    expect((await read(other.cookie)).status).toBe(404);
  });

  it('is told row by row what is wrong, and none of it is written', async () => {
    const before = await count('app_user');
    const lines = [
      'no address,A,student,CS',
      'b@uni.example,,student,CS',
      'c@uni.example,C,dean,CS',
      'd@uni.example,D,student,XX',
      'e@uni.example,E,student,CS',
      'E@uni.example,E,student,CS',
      `${admin.id}@test.example,${admin.name},student,`,
    ];
    const { body } = await dryRun([HEAD, ...lines].join('\n'));
    const told = body.rows.map((row: { row: number; problems: { field: string; code: string }[] }) => [
      row.row,
      ...row.problems.map(({ field, code }) => `${field} ${code}`),
    ]);
    expect(told).toEqual([
      [2, 'email invalid_format'],
      [3, 'name missing'],
      [4, 'role unknown'],
      [5, 'department unknown'],
      [6, 'email twice'],
      [7, 'email twice'],
      [8, 'role is_self'],
    ]);
    expect((await confirm(body)).body.code).toBe('import.has_errors');
    expect(await count('app_user')).toBe(before);
  });

  it('of 10,000 rows with one error writes nothing', async () => {
    const before = await count('app_user');
    const { body } = await dryRun([HEAD, ...rowsOf('bad', 9_999), 'x,X,student,CS'].join('\n'));
    expect(body.counts).toEqual({ create: 9_999, change: 0, unchanged: 0, error: 1 });
    expect((await confirm(body)).status).toBe(409);
    expect(await count('app_user')).toBe(before);
  }, 60_000);
});

describe('a confirmation', () => {
  it('makes and changes what the dry run has shown, once, with all events and entries', async () => {
    const made = () => count(`outbox_event WHERE event_type = 'USER_CREATED'`);
    const noted = () => count(`audit_entry WHERE action = 'person.created'`);
    const before = [await made(), await noted()];
    const first = await dryRun([HEAD, ...rowsOf('p', 1_000)].join('\n'));
    expect((await confirm(first.body)).body).toEqual({ created: 1_000, changed: 0 });
    expect((await confirm(first.body)).body.code).toBe('import.done');
    expect([await made(), await noted()]).toEqual(before.map((each) => each + 1_000));

    const lines = ['p0@uni.example,Person 0,student,CS', 'p1@uni.example,Renamed,faculty,'];
    const second = await dryRun([HEAD, ...lines].join('\n'));
    expect(second.body.counts).toEqual({ create: 0, change: 1, unchanged: 1, error: 0 });
    expect(second.body.rows[0].changes).toEqual([
      { field: 'name', old_value: 'Person 1', new_value: 'Renamed' },
      { field: 'role', old_value: 'student', new_value: 'faculty' },
      { field: 'department', old_value: 'CS', new_value: null },
    ]);
    expect((await confirm(second.body)).body).toEqual({ created: 0, changed: 1 });
    for (const type of ['USER_UPDATED', 'ROLE_REVOKED', 'ROLE_ASSIGNED'])
      expect([type, await count(`outbox_event WHERE event_type = '${type}'`)]).toEqual([type, 1]);
    expect(
      await count(`app_user WHERE email = 'p1@uni.example' AND name = 'Renamed' AND role = 'faculty'`),
    ).toBe(1);
  }, 60_000);

  it('is refused when the accounts are others than the dry run saw, by another, or too late', async () => {
    const { body } = await dryRun(`${HEAD}\nq@uni.example,Q,student,CS`);
    const other = await createUser(database.sql, { role: 'admin' });
    expect((await confirm(body, other.cookie)).status).toBe(404);
    expect((await confirm({ ...body, digest: 'another' })).status).toBe(412);
    await ask('POST /api/people', { email: 'q@uni.example', name: 'Somebody', role: 'student' });
    expect((await confirm(body)).body.code).toBe('import.outdated');
    await database.sql.query(
      `UPDATE people_import SET expires_at = now() - interval '1 minute' WHERE id = $1`,
      [body.id],
    );
    expect((await confirm(body)).status).toBe(404);
  });

  it('leaves a column that the file does not have as it is', async () => {
    const { body } = await dryRun('email,name\np2@uni.example,Only the name');
    await confirm(body);
    expect(
      await count(
        `app_user WHERE email = 'p2@uni.example' AND department_id IS NOT NULL AND name = 'Only the name'`,
      ),
    ).toBe(1);
  });
});
