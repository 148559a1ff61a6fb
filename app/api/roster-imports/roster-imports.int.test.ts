import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RosterPlan, RosterRow } from '@/lib/contracts/http/roster-import';
import { callRoute } from '@/tests/call-route';
import { createUser, type TestUser } from '@/tests/campus';
import { largeRoster, type RosterFiles, rosterFiles } from '@/tests/roster-files';
import { prepareWebServices } from '@/tests/web-services';

let database: Awaited<ReturnType<typeof prepareWebServices>>;
let admin: TestUser;

beforeAll(async () => {
  database = await prepareWebServices({ RATE_LIMIT_WRITES: '100000' });
  admin = await createUser(database.sql, { role: 'admin' });
});
afterAll(() => database.drop());

const ask = async (name: string, body: object | undefined, id?: string, cookie = admin.cookie) => {
  const response = await callRoute(name, { cookie, ...(body && { body }), ...(id && { id }) });
  return { status: response.status, body: await response.json() };
};
const dryRun = (files: RosterFiles, more: object = {}) => ask('POST /api/roster-imports', { files, ...more });
const confirm = (plan: { id: string; digest: string }, cookie?: string) =>
  ask('POST /api/roster-imports/[id]/confirm', { digest: plan.digest }, plan.id, cookie);
const count = async (statement: string) => {
  const { rows } = await database.sql.query<{ count: number }>(
    `SELECT count(*)::int AS count FROM ${statement}`,
  );
  return rows[0]?.count ?? -1;
};
const tables = ['department', 'term', 'subject', 'course', 'course_faculty', 'enrollment', 'app_user'];
const state = async () => Promise.all([...tables, 'roster_source', 'outbox_event', 'audit_entry'].map(count));
const changed = (name: keyof RosterFiles & string, from: string, to: string): RosterFiles => {
  const files = rosterFiles();
  const content = Object.entries(files).find(([each]) => each === name)?.[1] ?? '';
  expect(content).toContain(from);
  return { ...files, [name]: content.replace(from, to) };
};
const told = (plan: RosterPlan, kind: RosterRow['kind']) =>
  plan.rows
    .filter((row) => row.kind === kind)
    .map((row) => [
      row.sourced_id,
      ...row.changes.map(({ field, old_value, new_value }) => `${field} ${old_value} ${new_value}`),
      ...row.problems.map(({ column, code }) => `${column} ${code}`),
      ...(row.note ? [row.note] : []),
    ]);

describe('OneRoster files', () => {
  it('are shown row by row, and nothing of it is written', async () => {
    const before = await state();
    const { status, body } = await dryRun(rosterFiles());
    expect(status).toBe(201);
    expect(told(body, 'error')).toEqual([]);
    expect(
      body.parts.map(({ part, counts }: RosterPlan['parts'][number]) => [
        part,
        counts.create,
        counts.skipped,
      ]),
    ).toEqual([
      ['orgs', 2, 1],
      ['academicSessions', 1, 2],
      ['users', 6, 2],
      ['courses', 2, 0],
      ['classes', 3, 0],
      ['enrollments', 7, 2],
    ]);
    expect(told(body, 'skipped')).toEqual([
      ['org-uni', 'type'],
      ['year-27', 'type'],
      ['autumn-27-a', 'type'],
      ['u-gone', 'disabled'],
      ['u-parent', 'role'],
      ['e-8', 'reference'],
      ['e-9', 'role'],
    ]);
    expect(await state()).toEqual(before);
    const again = await ask('GET /api/roster-imports/[id]', undefined, body.id);
    expect(again.body).toEqual(body);
    expect(await count(`roster_import WHERE rows::text LIKE '%hunter2%'`)).toBe(0);
  });

  it('are written at once when they are confirmed, with all events', async () => {
    const { body } = await dryRun(rosterFiles());
    expect((await confirm(body)).body).toEqual({ created: 21, changed: 0, linked: 0 });
    expect((await confirm(body)).body.code).toBe('import.done');
    const events = async (type: string) => [type, await count(`outbox_event WHERE event_type = '${type}'`)];
    for (const [type, times] of [
      ['USER_CREATED', 6],
      ['COURSE_CREATED', 3],
      ['COURSE_ACTIVATED', 3],
      ['FACULTY_ASSIGNED', 3],
      ['STUDENT_ENROLLED', 4],
    ] as const)
      expect(await events(type)).toEqual([type, times]);
    expect(await count(`audit_entry WHERE action = 'roster.imported'`)).toBe(1);
    expect(
      await count(`term WHERE code = 'Autumn 2026' AND ends_on = '2027-01-31' AND academic_year = 2027`),
    ).toBe(1);
    expect(
      await count(`course JOIN subject ON subject.id = subject_id JOIN department ON department.id = subject.department_id
        WHERE subject.code = 'MATH-101' AND section IN ('A', 'B') AND status = 'active' AND capacity = 30 AND department.code = 'MATH'`),
    ).toBe(2);
    expect(
      await count(
        `app_user WHERE email = 'cleo@roster.example' AND name = 'Cleo Costa' AND register_no IS NULL`,
      ),
    ).toBe(1);
    expect(await count(`app_user WHERE email = 'emmy@roster.example' AND register_no = 70001`)).toBe(1);
    expect(await count(`course_faculty WHERE role = 'primary'`)).toBe(2);
  });

  it('change nothing the second time, also where somebody has dropped a course', async () => {
    await database.sql.query(`UPDATE enrollment SET status = 'dropped' WHERE student_id =
      (SELECT id FROM app_user WHERE email = 'bela@roster.example')`);
    const { body } = await dryRun(rosterFiles());
    for (const kind of ['create', 'change', 'link', 'error'] as const) expect(told(body, kind)).toEqual([]);
    const before = await state();
    expect((await confirm(body)).body).toEqual({ created: 0, changed: 0, linked: 0 });
    // The import itself is noted.
    expect(await state()).toEqual(before.map((each, at) => (at === before.length - 1 ? each + 1 : each)));
  });

  it.each([
    ['orgs.csv', 'Geography', 'Earth Science', 'org-geo', 'name Geography Earth Science'],
    ['academicSessions.csv', '2027-02-01', '2027-02-15', 'autumn-27', 'ends_on 2027-01-31 2027-02-14'],
    ['users.csv', 'anna@', 'anna.a@', 'u-anna', 'email anna@roster.example anna.a@roster.example'],
    ['users.csv', 'org-geo,student,bela', 'org-math,student,bela', 'u-bela', 'department GEO MATH'],
    ['courses.csv', 'Algebra', 'Algebra I', 'c-alg', 'name Algebra Algebra I'],
    ['classes.csv', ',B,', ',B2,', 'k-alg-b', 'section B B2'],
    [
      'enrollments.csv',
      'u-carl,teacher,false',
      'u-carl,teacher,true',
      'e-2',
      'faculty_role co_instructor primary',
    ],
  ] as const)(
    'with one row of %s changed (%s) change that and no other',
    async (name, from, to, id, change) => {
      const before = await Promise.all(tables.map(count));
      const { body } = await dryRun(changed(name, from, to));
      expect(told(body, 'error')).toEqual([]);
      expect(told(body, 'create')).toEqual([]);
      expect(told(body, 'change')).toEqual([[id, change]]);
      expect((await confirm(body)).body).toEqual({ created: 0, changed: 1, linked: 0 });
      expect(await Promise.all(tables.map(count))).toEqual(before);
      const back = await dryRun(rosterFiles());
      expect(told(back.body, 'change')).toHaveLength(1);
      expect((await confirm(back.body)).status).toBe(200);
    },
  );

  it('name what is here already: it is taken as the same', async () => {
    await database.sql.query('DELETE FROM roster_source');
    const before = await Promise.all(tables.map(count));
    const { body } = await dryRun(rosterFiles());
    expect(told(body, 'change')).toEqual([]);
    // Who dropped has no sourced id any more, and is enrolled again.
    expect(told(body, 'create')).toEqual([['e-5'], ['e-6']]);
    expect((await confirm(body)).body).toEqual({ created: 2, changed: 0, linked: 19 });
    expect(await Promise.all(tables.map(count))).toEqual(before);
  });

  it('give no seat that is not there: who comes last waits', async () => {
    await database.sql.query(
      `UPDATE course SET capacity = 2 WHERE id = (SELECT target_id FROM roster_source WHERE sourced_id = 'k-map')`,
    );
    const files = changed(
      'enrollments.csv',
      'e-9,,,k-map,org-geo,u-desk,administrator',
      'e-9,,,k-map,org-geo,u-anna,student',
    );
    const { body } = await dryRun(files);
    expect(told(body, 'create')).toEqual([['e-9', 'waitlisted']]);
    expect((await confirm(body)).status).toBe(200);
    expect(await count(`outbox_event WHERE event_type = 'WAITLIST_ADDED'`)).toBe(1);
  });
});

describe('a row', () => {
  it.each([
    ['orgs.csv', 'Geography,department', 'Geography,island', ['org-geo', 'type unknown']],
    ['orgs.csv', 'department,GEO', 'department,MATH', ['org-math', 'identifier twice']],
    ['orgs.csv', 'GEO,org-uni', 'GEO,org-none', ['org-geo', 'parentSourcedId unknown']],
    [
      'academicSessions.csv',
      'semester,2026-09-01',
      'semester,1.9.2026',
      ['autumn-27', 'startDate invalid_format'],
    ],
    ['academicSessions.csv', '2027-02-01', '2026-02-30', ['autumn-27', 'endDate invalid_format']],
    [
      'academicSessions.csv',
      'year-27,2027\nautumn-27-a',
      'year-27,soon\nautumn-27-a',
      ['autumn-27', 'schoolYear invalid_type'],
    ],
    ['users.csv', 'u-bela', 'u-anna', ['u-anna', 'sourcedId twice']],
    ['users.csv', 'bela@roster.example', 'anna@roster.example', ['u-bela', 'email taken']],
    ['users.csv', 'bela@roster.example', 'no address', ['u-bela', 'email invalid_format']],
    ['users.csv', 'org-geo,student,bela', 'org-none,student,bela', ['u-bela', 'orgSourcedIds unknown']],
    ['users.csv', 'true,org-geo,student,bela', 'yes,org-geo,student,bela', ['u-bela', 'enabledUser unknown']],
    ['users.csv', 'student,bela', 'dean,bela', ['u-bela', 'role unknown']],
    ['users.csv', 'Cleo,Costa', 'Cleo,=1+1', ['u-cleo', 'familyName formula']],
    ['users.csv', 'u-cleo,,', 'u-cleo,tobedeleted,', ['u-cleo', 'status status']],
    ['users.csv', ',Costa,,S-9', ',Costa', ['u-cleo', 'grades cells']],
    ['users.csv', 'u-cleo,', ',', ['', 'sourcedId missing']],
    ['courses.csv', 'GEO-110', '', ['c-map', 'courseCode missing']],
    ['courses.csv', 'GEO-110', 'MATH-101', ['c-alg', 'courseCode twice']],
    ['courses.csv', 'GEO-110,13,org-geo', 'GEO-110,13,nowhere', ['c-map', 'orgSourcedId unknown']],
    ['classes.csv', 'org-geo,autumn-27', 'org-geo,year-27', ['k-map', 'termSourcedIds no_term']],
    ['classes.csv', 'c-map', 'c-none', ['k-map', 'courseSourcedId unknown']],
    ['classes.csv', 'c-map', 'c-alg', ['k-map', 'courseSourcedId fixed']],
    ['classes.csv', ',B,', ',much too long a code,', ['k-alg-b', 'classCode too_big']],
    ['enrollments.csv', 'e-7,,,k-map', 'e-7,,,k-none', ['e-7', 'classSourcedId unknown']],
    ['enrollments.csv', 'u-cleo', 'u-none', ['e-7', 'userSourcedId unknown']],
    ['enrollments.csv', 'u-cleo', 'u-bela', ['e-6', 'userSourcedId twice']],
    ['enrollments.csv', 'e-7,,,k-map', 'e-7,,,k-alg-a', ['e-7', 'classSourcedId fixed']],
    [
      'enrollments.csv',
      'e-8,,,k-map,org-geo,u-gone',
      'e-10,,,k-map,org-geo,u-emmy',
      ['e-10', 'userSourcedId enrollment.not_a_student'],
    ],
    [
      'enrollments.csv',
      'e-8,,,k-map,org-geo,u-gone,student',
      'e-10,,,k-map,org-geo,u-anna,teacher',
      ['e-10', 'userSourcedId not_faculty'],
    ],
    ['enrollments.csv', '2026-09-01,2027-02-01', '2026-09-01,tomorrow', ['e-1', 'endDate invalid_format']],
    ['enrollments.csv', 'teacher,true,2026', 'teacher,maybe,2026', ['e-1', 'primary unknown']],
  ] as const)(
    'of %s that is wrong (%s → %s) is told, and nothing is written',
    async (name, from, to, wrong) => {
      const before = await state();
      const { body } = await dryRun(changed(name, from, to));
      expect(told(body, 'error')).toContainEqual(wrong);
      expect((await confirm(body)).body.code).toBe('import.has_errors');
      expect(await state()).toEqual(before);
    },
  );

  it('finds the rules of courses as everybody does: what it builds on, and whether it is active and there', async () => {
    const files = changed(
      'enrollments.csv',
      'e-9,,,k-map,org-geo,u-desk,administrator',
      'e-11,,,k-alg-b,org-math,u-cleo,student',
    );
    const idOf = (sourcedId: string) =>
      `(SELECT target_id FROM roster_source WHERE sourced_id = '${sourcedId}' AND part IN ('courses', 'classes'))`;
    const wrongWhile = async (statement: string, back: string) => {
      await database.sql.query(statement);
      const { body } = await dryRun(files);
      await database.sql.query(back);
      return told(body, 'error');
    };
    expect(
      await wrongWhile(
        `INSERT INTO subject_prerequisite (subject_id, required_id) VALUES (${idOf('c-alg')}, ${idOf('c-map')})`,
        'DELETE FROM subject_prerequisite',
      ),
    ).toEqual([['e-11', 'userSourcedId enrollment.missing_prerequisite']]);
    const course = (change: string) => `UPDATE course SET ${change} WHERE id = ${idOf('k-alg-b')}`;
    expect(await wrongWhile(course(`status = 'inactive'`), course(`status = 'active'`))).toEqual([
      ['e-11', 'classSourcedId course.inactive'],
    ]);
    expect(await wrongWhile(course('deleted_at = now()'), course('deleted_at = NULL'))).toEqual([
      ['k-alg-b', 'sourcedId deleted'],
    ]);
    expect(told((await dryRun(files)).body, 'create')).toEqual([['e-11']]);
  });

  it('that is wrong among 2,000 keeps all others from being written', async () => {
    const before = await state();
    const files = largeRoster({ students: 500, classes: 10, each: 3 });
    const { body } = await dryRun({
      ...files,
      'users.csv': `${files['users.csv']}\nx,true,o,student,No,Mail,`,
    });
    expect(told(body, 'error')).toEqual([['x', 'email missing']]);
    expect((await confirm(body)).status).toBe(409);
    expect(await state()).toEqual(before);
  }, 60_000);
});

describe('a confirmation', () => {
  it('is refused for what has changed since, for another, and when it is too late', async () => {
    const files = changed('orgs.csv', 'Geography', 'Oceans');
    const { body } = await dryRun(files);
    const other = await createUser(database.sql, { role: 'admin' });
    expect((await confirm(body, other.cookie)).status).toBe(404);
    expect((await ask('GET /api/roster-imports/[id]', undefined, body.id, other.cookie)).status).toBe(404);
    expect((await confirm({ ...body, digest: 'another' })).status).toBe(412);
    await database.sql.query(`UPDATE department SET name = 'Rivers' WHERE code = 'GEO'`);
    expect((await confirm(body)).body.code).toBe('import.outdated');
    expect(await count(`department WHERE name = 'Rivers'`)).toBe(1);
    await database.sql.query(
      `UPDATE roster_import SET expires_at = now() - interval '1 minute' WHERE id = $1`,
      [body.id],
    );
    expect((await confirm(body)).status).toBe(404);
  });

  it('writes 1,000 students in 5,000 seats', async () => {
    const { body } = await dryRun(largeRoster({ students: 1_000, classes: 100, each: 5 }));
    expect(told(body, 'error')).toEqual([]);
    expect((await confirm(body)).body.created).toBe(1 + 1 + 1_100 + 100 + 100 + 5_100);
    expect(
      await count(`enrollment JOIN course ON course.id = course_id JOIN subject ON subject.id = subject_id
      WHERE subject.code LIKE 'LG%' AND enrollment.status = 'enrolled'`),
    ).toBe(5_000);
  }, 240_000);
});
