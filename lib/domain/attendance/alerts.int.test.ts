import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { exampleEnvelope } from '@/lib/contracts/events/example-envelope';
import { encodeEvent } from '@/lib/contracts/events/wire';
import type { AttendanceStatus } from '@/lib/contracts/http/attendance';
import { createTestDatabase } from '@/lib/infra/testing/test-database';
import { type AttendanceWorld, createAttendanceWorld, createConsumer } from '@/tests/attendance-world';
import { createUser, type TestUser } from '@/tests/campus';
import { explainDecisions } from '../notification/explain';
import { endAlertsOnLeaving } from './judge-attendance';

let database: Awaited<ReturnType<typeof createTestDatabase>>;
let world: AttendanceWorld;
let consumer: ReturnType<typeof createConsumer>;
let advisor: TestUser;
let ada: TestUser;
let courses = 0;

beforeAll(async () => {
  database = await createTestDatabase();
  advisor = await createUser(database.sql, { role: 'faculty', name: 'Prof. Noether' });
});
afterAll(() => database.drop());
/** A course of its own for each test, so that nobody's alerts are another's. */
beforeEach(async () => {
  courses += 1;
  world = await createAttendanceWorld(database, { code: `AL${courses}`, students: ['Ada Obi', 'Ben Ito'] });
  consumer = createConsumer(database, world.teacher.unitOfWork);
  await consumer.takeNew();
  ada = world.students[0] ?? advisor;
  await database.sql.query(
    `UPDATE app_user SET advisor_id = $2, guardian_email = 'guardian@example.org' WHERE id = $1`,
    [ada.id, advisor.id],
  );
});

const ruled = (change: object) =>
  database.sql.query(`UPDATE setting SET value = value || $1::jsonb WHERE name = 'attendance.rules'`, [
    JSON.stringify(change),
  ]);
/** Of the first student, beginning ten weeks ago; the other one is always present. */
async function attends(pattern: string, from = 9): Promise<void> {
  const statuses: Record<string, AttendanceStatus> = { P: 'present', A: 'absent', E: 'excused' };
  for (const [index, letter] of [...pattern].entries())
    await world.mark(from - index, { 0: statuses[letter] ?? 'present', 1: 'present' });
}
const alerts = async () =>
  (
    await database.sql.query<{ rule: string; level: string; open: boolean; reason: string }>(
      `SELECT rule, level, withdrawn_at IS NULL AS open, withdrawn_reason AS reason FROM attendance_alert
       WHERE course_id = $1 ORDER BY raised_at, id`,
      [world.courseId],
    )
  ).rows.map(({ rule, level, open, reason }) => `${rule} ${level} ${open ? 'open' : reason}`);
interface Told {
  kind: string;
  title: string;
  message: string;
  withdrawn: boolean;
}
const told = async (user: TestUser) =>
  (
    await database.sql.query<Told>(
      `SELECT kind, title, message, withdrawn_at IS NOT NULL AS withdrawn
       FROM notification JOIN notification_recipient ON notification_id = id
       WHERE user_id = $1 AND action_url LIKE '%' || $2 || '%' ORDER BY notification.created_at, id`,
      [user.id, world.courseId],
    )
  ).rows;
const mails = async () =>
  (
    await database.sql.query<{ subject: string; body: string }>(
      `SELECT subject, body FROM mail WHERE subject LIKE '%' || $1 || ':%' ORDER BY created_at, id`,
      [`AL${courses}`],
    )
  ).rows;

describe('an alert', () => {
  it('says which class, why, and what is still possible; to the student and the advisor alone', async () => {
    await attends('PPPA');
    await consumer.catchUp();
    expect(await told(ada)).toEqual([]);
    await attends('A', 5);
    await consumer.catchUp();
    expect(await alerts()).toEqual(['percentage critical open']);
    const [alert, ...others] = await told(ada);
    expect(others).toEqual([]);
    expect(alert?.title).toBe(`AL${courses}: attendance 60 %, below 65 %`);
    // 3 of 5, and 11 to come with that of today: of 16 at least 12 have to be attended.
    expect(alert?.message).toMatch(
      /^After the class of \w{3} \d+ \w{3,4}, 00:00: 3 of 5 classes attended. You can miss 2 more to end at 75 % or above.$/,
    );
    const [advice] = await told(advisor);
    expect(advice?.title).toBe(`Ada Obi, AL${courses}: attendance 60 %, below 65 %`);
    expect(advice?.message).toContain('Ada Obi can miss 2 more');
    expect(await told(world.students[1] ?? ada)).toEqual([]);
    expect(await mails()).toEqual([]);
  });

  it('is of its course: a mute silences it unless the university says no; and it says what it came from', async () => {
    const { sql } = database;
    await sql.query(
      `INSERT INTO notification_course_setting (user_id, course_id, level) VALUES ($1, $2, 'muted')`,
      [ada.id, world.courseId],
    );
    await attends('PPPAA');
    await consumer.catchUp();
    const { rows: events } = await sql.query<{ event_id: string }>(
      'SELECT event_id FROM attendance_alert WHERE course_id = $1',
      [world.courseId],
    );
    const decided = async () => (await explainDecisions(sql, ada.id, {})).items;
    const [alert] = await decided();
    expect(alert).toMatchObject({
      kind: 'attendance_alert',
      course: `AL${courses}`,
      decision: 'course_muted',
      chosen_by: 'course',
      event: { id: events[0]?.event_id, type: 'LOW_ATTENDANCE_ALERT', service: 'attendance-service' },
    });
    expect(Math.abs(Date.parse(alert?.event.at ?? '') - Date.now())).toBeLessThan(60_000);
    // What takes it back came from the mark that was changed.
    await sql.query(
      `INSERT INTO notification_rule (category, mandatory) VALUES ('attendance', '{in_app}')
       ON CONFLICT (category) DO UPDATE SET mandatory = excluded.mandatory`,
    );
    await world.mark(5, { 0: 'present' });
    await consumer.catchUp();
    expect((await decided())[0]).toMatchObject({
      kind: 'attendance_alert_withdrawn',
      decision: '',
      chosen_by: 'mandatory',
      event: { type: 'ATTENDANCE_UPDATED' },
    });
    const { rows: keys } = await sql.query<{ group_key: string }>(
      'SELECT DISTINCT group_key FROM notification WHERE course_id = $1',
      [world.courseId],
    );
    expect(keys).toEqual([{ group_key: `course:${world.courseId}:attendance` }]);
    await sql.query(`DELETE FROM notification_rule WHERE category = 'attendance'`);
  });

  it('is told in the language of its reader', async () => {
    await database.sql.query(`UPDATE app_user SET locale = 'de' WHERE id = $1`, [ada.id]);
    await attends('PPAA');
    await consumer.catchUp();
    const [alert] = await told(ada);
    expect(alert?.title).toBe(`AL${courses}: Anwesenheit 50 %, unter 65 %`);
    expect(alert?.message).toMatch(/^Nach dem Termin .*, 00:00: 2 von 4 Terminen besucht. Sie können/);
    expect((await told(advisor))[0]?.title).toContain('attendance 50 %');
  });

  it('waits until enough classes count; what is excused does not', async () => {
    await attends('AAEE');
    await consumer.catchUp();
    expect(await alerts()).toEqual([]);
    await attends('PP', 5);
    await consumer.catchUp();
    expect(await alerts()).toEqual(['percentage critical open']);
  });

  it('is raised once for a crossing, once more when it becomes critical, and for so many absences in a row', async () => {
    await attends('PPPPPPAAA');
    await consumer.catchUp();
    // 6 of 9: below 75, not below 65, three in a row.
    expect(await alerts()).toEqual(['percentage warning open', 'consecutive warning open']);
    await world.mark(0, { 0: 'absent' });
    await consumer.catchUp();
    expect(await alerts()).toEqual([
      'percentage warning open',
      'consecutive warning open',
      'percentage critical open',
    ]);
    expect((await told(ada)).map(({ title }) => title)).toEqual([
      `AL${courses}: attendance 66.66 %, below 75 %`,
      `AL${courses}: absent 3 times in a row`,
      `AL${courses}: attendance 60 %, below 65 %`,
    ]);
  });

  it('is one, however often and in whatever order its events come', async () => {
    await attends('PPAA');
    await consumer.catchUp({ times: 3, order: (values) => values.toReversed() });
    expect(await alerts()).toEqual(['percentage critical open']);
    expect(await told(ada)).toHaveLength(1);
    expect(await told(advisor)).toHaveLength(1);
  });

  it('is one when its consumer ends in the middle, and when two work at once', async () => {
    await attends('PPAA');
    const values = await consumer.takeNew();
    const halfWay = new Error('killed');
    const { unitOfWork } = world.teacher;
    const dying = createConsumer(database, {
      run: (context, work) =>
        unitOfWork.run(context, async (tx) => {
          await work(tx);
          throw halfWay;
        }),
    });
    await expect(dying.handle(values.at(-1) ?? Buffer.alloc(0))).rejects.toBe(halfWay);
    expect(await alerts()).toEqual([]);
    await Promise.all(values.flatMap((value) => [consumer.handle(value), consumer.handle(value)]));
    await consumer.catchUp();
    expect(await alerts()).toEqual(['percentage critical open']);
    expect(await told(ada)).toHaveLength(1);
  });
});

describe('an alert that does not hold', () => {
  it('is withdrawn by a correction: the first stays, struck; student, advisor and guardian learn why', async () => {
    await ruled({ tell_guardian: true });
    await attends('PPPA');
    await attends('A', 5);
    await consumer.catchUp();
    expect(await mails()).toMatchObject([{ subject: `Ada Obi, AL${courses}: attendance 60 %, below 65 %` }]);
    await world.mark(5, { 0: 'present' });
    await consumer.catchUp({ times: 3 });
    await ruled({ tell_guardian: false });
    expect(await alerts()).toEqual(['percentage critical corrected']);
    expect(await told(ada)).toEqual([
      expect.objectContaining({ kind: 'attendance_alert', withdrawn: true }),
      {
        kind: 'attendance_alert_withdrawn',
        title: `AL${courses}: warning withdrawn, 80 %`,
        message:
          'After a correction the warning does not hold any more. You can miss 3 more to end at 75 % or above.',
        withdrawn: false,
      },
    ]);
    expect((await told(advisor)).map(({ withdrawn, title }) => [withdrawn, title])).toEqual([
      [true, `Ada Obi, AL${courses}: attendance 60 %, below 65 %`],
      [false, `Ada Obi, AL${courses}: warning withdrawn, 80 %`],
    ]);
    expect((await mails()).map(({ subject }) => subject)).toEqual([
      `Ada Obi, AL${courses}: attendance 60 %, below 65 %`,
      `Ada Obi, AL${courses}: warning withdrawn, 80 %`,
    ]);
  });

  it('is raised anew by a new crossing', async () => {
    await attends('PPPAA');
    await consumer.catchUp();
    for (const status of ['present', 'absent'] as const) {
      await world.mark(5, { 0: status });
      await consumer.catchUp();
    }
    expect(await alerts()).toEqual(['percentage critical corrected', 'percentage critical open']);
    expect((await told(ada)).map(({ kind }) => kind)).toEqual([
      'attendance_alert',
      'attendance_alert_withdrawn',
      'attendance_alert',
    ]);
  });

  it('is over, without having been wrong, when the student attends', async () => {
    await attends('PPAA');
    await consumer.catchUp();
    await attends('PPPP', 5);
    await consumer.catchUp();
    expect(await alerts()).toEqual(['percentage critical attended']);
    expect((await told(ada)).map(({ title, withdrawn }) => [title, withdrawn])).toEqual([
      [`AL${courses}: attendance 50 %, below 65 %`, true],
      [`AL${courses}: above the line again, 75 %`, false],
    ]);
  });

  it('leaves absences in a row as they were told when they have ended by attending', async () => {
    await attends('PPPPPPAAA');
    await consumer.catchUp();
    await world.mark(0, { 0: 'present' });
    await consumer.catchUp();
    // 7 of 10 is still below 75.
    expect(await alerts()).toEqual(['percentage warning open', 'consecutive warning attended']);
    expect((await told(ada)).map(({ withdrawn }) => withdrawn)).toEqual([false, false]);
  });
});

describe('an alert of another service', () => {
  const foreign = (payload: object) => {
    const example = exampleEnvelope('LOW_ATTENDANCE_ALERT');
    const ids = { event_id: randomUUID(), service_name: 'registry' };
    return Buffer.from(encodeEvent({ ...example, ...ids, payload: { ...example.payload, ...payload } }));
  };
  const messagesOf = async (user: TestUser) =>
    (
      await database.sql.query<{ title: string; message: string; action_url: string }>(
        `SELECT title, message, action_url FROM notification JOIN notification_recipient ON notification_id = id
         WHERE user_id = $1`,
        [user.id],
      )
    ).rows;

  it('is told to its student alone, from what it says itself', async () => {
    expect(await consumer.handle(foreign({ student_id: ada.id, course_id: 'of-another-system' }))).toEqual({
      kind: 'done',
    });
    expect(await messagesOf(ada)).toEqual([
      {
        title: 'Data Structures: attendance 62.5 %, below 75 %',
        message: '15 of 24 classes attended.',
        action_url: '',
      },
    ]);
    expect(await messagesOf(world.students[1] ?? ada)).toEqual([]);
    const events = await database.sql.query(
      'SELECT FROM notification_recipient JOIN notification ON id = notification_id WHERE user_id = $1 AND title LIKE $2',
      [advisor.id, 'Ada Obi, Data%'],
    );
    expect(events.rowCount).toBe(0);
  });

  it.each([
    ['an unknown id', () => randomUUID()],
    ['no id of ours', () => 'student-7'],
    ['somebody who is no student', () => advisor.id],
  ])('goes to the dead letters for %s', async (_who, student) => {
    expect(await consumer.handle(foreign({ student_id: student() }))).toMatchObject({ kind: 'dead' });
  });
});

it('ends when the student leaves the course, and not for who is back', async () => {
  await attends('PAAA');
  await consumer.catchUp();
  const before = await alerts();
  expect(before).toContain('percentage critical open');
  const leave = () =>
    world.teacher.unitOfWork.run({ correlationId: '' }, (tx) =>
      endAlertsOnLeaving(tx, { courseId: world.courseId, studentId: ada.id }),
    );
  expect(await leave()).toBe(0);
  expect(await alerts()).toEqual(before);
  await database.sql.query(
    "UPDATE enrollment SET status = 'dropped' WHERE course_id = $1 AND student_id = $2",
    [world.courseId, ada.id],
  );
  expect(await leave()).toBe(before.length);
  expect((await alerts()).every((alert) => alert.endsWith(' left'))).toBe(true);
});
