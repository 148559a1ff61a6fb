import { spawnSync } from 'node:child_process';
import fc from 'fast-check';
import ICAL from 'ical.js';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createTestDatabase } from '@/lib/infra/testing/test-database';
import { type Author, createAuthor } from '@/tests/announce';
import { createDepartment, createUser } from '@/tests/campus';
import { createCourse, createEntry, createRoom, createTerm, createTimetable } from '@/tests/timetable-world';
import { DomainProblem } from '../problem';
import { readWeek } from '../timetable/read-week';
import { renewCalendarLink } from './calendar-link';
import { readCalendar } from './read-calendar';

// The term is from 2031-03-03 to 2031-06-29; the clocks go forward on 2031-03-30.
const timeZone = 'Europe/Vienna';
const publicOrigin = 'https://campus.example';
const mondays = Array.from({ length: 17 }, (_, week) =>
  new Date(Date.UTC(2031, 2, 3 + week * 7)).toISOString().slice(0, 10),
);

let database: Awaited<ReturnType<typeof createTestDatabase>>;
let people: Record<'student' | 'teacher' | 'substitute', Author>;
let termId: string;
let cs: string;
let entries: { monday: string; wednesdayB: string };
let rooms: { a: string; b: string };
const files = new Map<Author, string>();

beforeAll(async () => {
  database = await createTestDatabase();
  const { sql } = database;
  const department = await createDepartment(sql, 'CS');
  const user = async (role: 'student' | 'faculty') => createAuthor(database, await createUser(sql, { role }));
  people = {
    student: await user('student'),
    teacher: await user('faculty'),
    substitute: await user('faculty'),
  };
  termId = await createTerm(sql);
  const timetableId = await createTimetable(sql, termId, department);
  rooms = { a: await createRoom(sql, 'A1'), b: await createRoom(sql, 'B1, "north"; left') };
  const facultyId = people.teacher.actor.userId;
  const students = [people.student.actor.userId];
  cs = await createCourse(sql, { code: 'CS204', termId, students, faculty: [facultyId] });
  const ma = await createCourse(sql, { code: 'MA101', termId, students });
  entries = {
    monday: await createEntry(sql, { timetableId, courseId: cs, roomId: rooms.a, facultyId }),
    wednesdayB: await createEntry(sql, { timetableId, courseId: ma, dayOfWeek: 3, weeks: 'b', facultyId }),
  };
  // Somebody who waits for a seat does not attend.
  const waiting = await createCourse(sql, { code: 'PH110', termId });
  await sql.query(
    `INSERT INTO enrollment (id, course_id, student_id, status, queue_no) VALUES (gen_random_uuid(), $1, $2, 'waitlisted', 1)`,
    [waiting, people.student.actor.userId],
  );
  await createEntry(sql, { timetableId, courseId: waiting, dayOfWeek: 5 });
  for (const who of Object.values(people)) {
    const { url } = await renewCalendarLink(sql, { userId: who.actor.userId, publicOrigin });
    files.set(who, url.slice(url.lastIndexOf('/') + 1));
  }
});
afterAll(() => database.drop());
beforeEach(() => database.sql.query('TRUNCATE class_change, holiday'));

const read = (who: Author) =>
  readCalendar(
    { unitOfWork: who.unitOfWork, timeZone, publicOrigin },
    { file: files.get(who) ?? '', correlationId: 'test' },
  );
const eventsOf = (text: string) => new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent');
const change = (entryId: string, day: string, fields: Record<string, string | number | boolean | null>) => {
  const names = Object.keys(fields);
  return database.sql.query(
    `INSERT INTO class_change (id, entry_id, day, ${names.join(', ')})
     VALUES (gen_random_uuid(), $1, $2, ${names.map((_, index) => `$${index + 3}`).join(', ')})
     ON CONFLICT (entry_id, day) DO NOTHING`,
    [entryId, day, ...Object.values(fields)],
  );
};
const setHoliday = (day: string) =>
  database.sql.query(
    `INSERT INTO holiday (id, term_id, day, name) VALUES (gen_random_uuid(), $1, $2, 'Free') ON CONFLICT DO NOTHING`,
    [termId, day],
  );

/** Each class as a calendar program shows it, in UTC: what ical.js makes of the rules, the exceptions and the zone. */
function shownBy(text: string): string[] {
  const calendar = new ICAL.Component(ICAL.parse(text));
  const zone = new ICAL.Timezone(calendar.getFirstSubcomponent('vtimezone') ?? undefined);
  ICAL.TimezoneService.register(zone);
  const events = calendar.getAllSubcomponents('vevent').map((each) => new ICAL.Event(each));
  const overrides = events.filter((event) => event.isRecurrenceException());
  const shown: string[] = [];
  for (const event of events.filter((each) => !each.isRecurrenceException())) {
    for (const each of overrides) if (each.uid === event.uid) event.relateException(each);
    const occurrences = event.iterator();
    for (let at = occurrences.next(); at; at = occurrences.next()) {
      const { startDate, endDate, item } = event.getOccurrenceDetails(at);
      // What was moved comes where it would have been: the order is that of the rule.
      shown.push(
        line(startDate.toJSDate(), endDate.toJSDate(), {
          code: item.summary.replace(/^Cancelled: /, '').split(' ')[0] ?? '',
          room: item.location ?? '',
          isCancelled: item.component.getFirstPropertyValue('status') === 'CANCELLED',
        }),
      );
    }
  }
  return shown.sort();
}

/** The same from the week that the page shows. */
async function heldBy(who: Author): Promise<string[]> {
  const shown: string[] = [];
  for (const day of mondays)
    for (const meeting of (await readWeek(database.sql, who.actor, { of: 'me', day, timeZone })).meetings)
      shown.push(
        line(moment(meeting.date, meeting.start_time), moment(meeting.date, meeting.end_time), {
          code: meeting.course.code,
          room: meeting.room?.code ?? '',
          isCancelled: meeting.status === 'cancelled',
        }),
      );
  return shown.sort();
}

const line = (start: Date, end: Date, what: { code: string; room: string; isCancelled: boolean }) =>
  `${start.toISOString()} ${end.toISOString()} ${what.code} ${what.room}${what.isCancelled ? ' cancelled' : ''}`;

/** Vienna: an hour before UTC in winter, two in summer. */
const moment = (date: string, time: string) =>
  new Date(`${date}T${time}:00${date < '2031-03-30' ? '+01:00' : '+02:00'}`);

describe('the calendar file', () => {
  it('says what the weeks say, across the change of the clocks', async () => {
    await setHoliday('2031-04-14');
    await change(entries.monday, '2031-03-24', { is_cancelled: true, message: 'Ill; "really", \nso' });
    await change(entries.monday, '2031-03-31', {
      new_day: '2031-03-28',
      start_minute: 840,
      end_minute: 930,
      room_id: rooms.b,
    });
    const text = await read(people.student);
    const shown = shownBy(text);
    expect(shown).toEqual(await heldBy(people.student));
    // 17 Mondays less a holiday, and the Wednesdays of the B weeks.
    expect(shown).toHaveLength(16 + 8);
    expect(shown).toContain('2031-03-17T09:00:00.000Z 2031-03-17T10:00:00.000Z CS204 A1');
    expect(shown).toContain('2031-04-07T08:00:00.000Z 2031-04-07T09:00:00.000Z CS204 A1');
    expect(text).toMatch(/RRULE:FREQ=WEEKLY;COUNT=8;INTERVAL=2/);
    expect(text).toContain('EXDATE;TZID=Europe/Vienna:20310414T100000');
    expect(text).not.toContain('PH110');
    for (const each of text.split('\r\n')) expect(Buffer.byteLength(each)).toBeLessThanOrEqual(75);
  });

  it('agrees with the weeks whatever is changed on single days', { timeout: 120_000 }, async () => {
    const day = fc.integer({ min: 0, max: 16 });
    const time = fc.integer({ min: 8, max: 19 });
    const difference = fc.oneof(
      fc.record({ kind: fc.constant('cancel' as const), week: day }),
      fc.record({ kind: fc.constant('holiday' as const), week: day }),
      fc.record({
        kind: fc.constant('move' as const),
        week: day,
        to: fc.integer({ min: 0, max: 118 }),
        time,
      }),
      fc.record({ kind: fc.constant('room' as const), week: day }),
      fc.record({ kind: fc.constant('substitute' as const), week: day }),
      fc.record({ kind: fc.constant('undone' as const), week: day }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(difference, { maxLength: 12 }), async (differences) => {
        await database.sql.query('TRUNCATE class_change, holiday');
        for (const each of differences) {
          const on = mondays[each.week] ?? '';
          if (each.kind === 'cancel') await change(entries.monday, on, { is_cancelled: true });
          if (each.kind === 'holiday') await setHoliday(on);
          if (each.kind === 'room') await change(entries.monday, on, { room_id: rooms.b });
          if (each.kind === 'undone') await change(entries.monday, on, { sequence: 2 });
          if (each.kind === 'substitute')
            await change(entries.monday, on, { faculty_id: people.substitute.actor.userId });
          if (each.kind === 'move')
            await change(entries.monday, on, {
              new_day: new Date(Date.UTC(2031, 2, 3 + each.to)).toISOString().slice(0, 10),
              start_minute: each.time * 60,
              end_minute: each.time * 60 + 45,
            });
        }
        for (const who of [people.student, people.teacher])
          expect(shownBy(await read(who))).toEqual(await heldBy(who));
      }),
      { numRuns: 20 },
    );
  });

  it('gives who stands in the one day, and tells them when it is taken back', async () => {
    await change(entries.monday, '2031-03-10', { faculty_id: people.substitute.actor.userId });
    expect(shownBy(await read(people.substitute))).toEqual([
      '2031-03-10T09:00:00.000Z 2031-03-10T10:00:00.000Z CS204 A1',
    ]);
    await database.sql.query('TRUNCATE class_change');
    const [gone] = eventsOf(await read(people.substitute));
    expect(gone?.getFirstPropertyValue('status')).toBe('CANCELLED');
    expect(gone?.getFirstPropertyValue('uid')).toBe(`${entries.monday}-2031-03-10@campus.example`);
  });

  it('keeps the UID and raises the SEQUENCE of what has changed, and of nothing else', async () => {
    const numbers = async () =>
      new Map(
        eventsOf(await read(people.student))
          .filter((event) => !event.hasProperty('recurrence-id'))
          .map((event) => [
            String(event.getFirstPropertyValue('uid')).slice(0, 36),
            Number(event.getFirstPropertyValue('sequence')),
          ]),
      );
    const before = await numbers();
    const text = await read(people.student);
    expect(await read(people.student)).toBe(text);
    await change(entries.monday, '2031-05-05', { is_cancelled: true });
    const after = await numbers();
    expect((after.get(entries.monday) ?? 0) - (before.get(entries.monday) ?? 0)).toBe(1);
    expect(after.get(entries.wednesdayB)).toBe(before.get(entries.wednesdayB));
    await database.sql.query(`UPDATE room SET code = 'A2' WHERE id = $1`, [rooms.a]);
    expect(((await numbers()).get(entries.monday) ?? 0) - (after.get(entries.monday) ?? 0)).toBe(1);
    await database.sql.query(`UPDATE room SET code = 'A1' WHERE id = $1`, [rooms.a]);
  });

  it('says of a course that was left that it is cancelled, and takes that back', async () => {
    await read(people.student);
    const setStatus = (status: string) =>
      database.sql.query('UPDATE enrollment SET status = $3 WHERE course_id = $1 AND student_id = $2', [
        cs,
        people.student.actor.userId,
        status,
      ]);
    const stateOf = async () => {
      const event = eventsOf(await read(people.student)).find((each) =>
        String(each.getFirstPropertyValue('uid')).startsWith(entries.monday),
      );
      return [
        event?.getFirstPropertyValue('status'),
        Number(event?.getFirstPropertyValue('sequence')),
      ] as const;
    };
    const [, before] = await stateOf();
    await setStatus('dropped');
    expect(await stateOf()).toEqual(['CANCELLED', before + 1]);
    await setStatus('enrolled');
    expect(await stateOf()).toEqual(['CONFIRMED', before + 2]);
  });

  it('is nowhere for a wrong, an old and a revoked address, nor for who may not sign in', async () => {
    const { userId } = people.student.actor;
    const codeOf = (file: string) =>
      readCalendar(
        { unitOfWork: people.student.unitOfWork, timeZone, publicOrigin },
        { file, correlationId: 'test' },
      ).then(
        () => 'read',
        (error: unknown) => (error instanceof DomainProblem ? error.code : error),
      );
    const file = files.get(people.student) ?? '';
    for (const wrong of ['', '.ics', 'x.ics', file.slice(0, -4), `${'A'.repeat(43)}.ics`, `${file}%00`])
      expect(await codeOf(wrong)).toBe('resource.not_found');
    for (const status of ['suspended', 'deleted']) {
      await database.sql.query('UPDATE app_user SET status = $2 WHERE id = $1', [userId, status]);
      expect(await codeOf(file)).toBe('resource.not_found');
    }
    await database.sql.query(`UPDATE app_user SET status = 'active' WHERE id = $1`, [userId]);
    expect(await codeOf(file)).toBe('read');
    const { url } = await renewCalendarLink(database.sql, { userId, publicOrigin });
    expect(await codeOf(file)).toBe('resource.not_found');
    files.set(people.student, url.slice(url.lastIndexOf('/') + 1));
    const { rows } = await database.sql.query('SELECT * FROM calendar_link');
    expect(JSON.stringify(rows)).not.toContain(files.get(people.student)?.slice(0, 43));
  });

  const python = spawnSync('python3', ['-c', 'import icalendar']);
  it.skipIf(python.status !== 0)('is read by another parser', async () => {
    await setHoliday('2031-04-14');
    await change(entries.monday, '2031-03-24', { is_cancelled: true });
    const script =
      'import sys, icalendar\nc = icalendar.Calendar.from_ical(sys.stdin.buffer.read())\n' +
      'print(len(c.walk("VEVENT")), len(c.walk("VTIMEZONE")), [e.errors for e in c.walk() if e.errors])';
    const { stdout, stderr } = spawnSync('python3', ['-c', script], { input: await read(people.student) });
    expect([String(stdout).trim(), String(stderr)]).toEqual(['3 1 []', '']);
  });
});
