import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { ChangeClass } from '@/lib/contracts/http/timetable-requests';
import { createTestDatabase } from '@/lib/infra/testing/test-database';
import { type Author, createAuthor } from '@/tests/announce';
import { createDepartment, createUser, type TestUser } from '@/tests/campus';
import { createCourse, createEntry, createRoom, createTerm, createTimetable } from '@/tests/timetable-world';
import { changeClass } from './change-class';
import { publishPlan } from './publish-plan';
import { findTimetable } from './take-timetable';
import { deleteHoliday, writeHoliday } from './write-holiday';

const common = { correlationId: 'test', timeZone: 'Europe/Vienna' };
let database: Awaited<ReturnType<typeof createTestDatabase>>;
let admin: Author;
let english: TestUser;
let german: TestUser;
let termId: string;
let timetableId: string;
let entryId: string;
let roomId: string;

beforeAll(async () => {
  database = await createTestDatabase();
  const { sql } = database;
  admin = await createAuthor(database, await createUser(sql, { role: 'admin' }));
  english = await createUser(sql, { role: 'student' });
  german = await createUser(sql, { role: 'student' });
  await sql.query(`UPDATE app_user SET locale = 'de', time_zone = 'Asia/Tokyo' WHERE id = $1`, [german.id]);
  termId = await createTerm(sql);
  timetableId = await createTimetable(sql, termId, await createDepartment(sql, 'CS'));
  roomId = await createRoom(sql, 'B1');
  const students = [english.id, german.id];
  const [cs, ma] = [
    await createCourse(sql, { code: 'CS204', termId, students }),
    await createCourse(sql, { code: 'MA101', termId, students }),
  ];
  entryId = await createEntry(sql, { timetableId, courseId: cs });
  await createEntry(sql, { timetableId, courseId: ma, dayOfWeek: 2 });
});
afterAll(() => database.drop());
beforeEach(() => database.sql.query('TRUNCATE class_change, outbox_event'));

const change = (given: object) =>
  changeClass(admin.unitOfWork, {
    ...common,
    actor: admin.actor,
    change: ChangeClass.parse({ entry_id: entryId, day: '2031-03-10', ...given }),
  });
/** By person; that everybody is told once is part of it. */
const told = async () => {
  const { rows } = await database.sql.query<{ title: string; message: string; to: string }>(
    `SELECT body ->> 'title' AS title, body ->> 'message' AS message,
       jsonb_array_elements_text(body #> '{recipient_filter,user_ids}') AS to
     FROM (SELECT id, value::jsonb -> 'payload' AS body FROM outbox_event WHERE event_type = 'SEND_BULK') AS sent ORDER BY id`,
  );
  expect(rows.map(({ to }) => to).sort()).toEqual([english.id, german.id].sort());
  const of = (user: TestUser) =>
    rows.filter(({ to }) => to === user.id).map(({ title, message }) => [title, message])[0];
  return { en: of(english), de: of(german) };
};

it('tells of a class that is moved, with the class that it clashes with', async () => {
  await change({ new_day: '2031-03-11', room_id: roomId, message: 'Gast' });
  expect(await told()).toEqual({
    en: [
      'CS204 moved to Tue 11 Mar, 10:00',
      'Name of CS204. Time: Mon 10 Mar, 10:00 to 11:00 → Tue 11 Mar, 10:00 to 11:00. Room: none → B1. “Gast” It clashes with MA101, 10:00 to 11:00.',
    ],
    de: [
      'CS204 verlegt auf Di, 11. März, 10:00',
      'Name of CS204. Zeit: Mo, 10. März, 10:00 bis 11:00 → Di, 11. März, 10:00 bis 11:00. Raum: keiner → B1. „Gast“ Überschneidung mit MA101, 10:00 bis 11:00.',
    ],
  });
});

it('tells of a class that is cancelled', async () => {
  await change({ cancelled: true });
  expect(await told()).toEqual({
    en: ['CS204 cancelled: Mon 10 Mar, 10:00', 'Name of CS204 is not held on Mon 10 Mar, 10:00 to 11:00.'],
    de: [
      'CS204 entfällt: Mo, 10. März, 10:00',
      'Name of CS204 findet nicht statt: Mo, 10. März, 10:00 bis 11:00.',
    ],
  });
});

it('tells of a holiday, and that it is none any more', async () => {
  const request = { ...common, actor: admin.actor };
  const { id } = await admin.unitOfWork.run(common, (tx) =>
    writeHoliday(tx, { ...request, holiday: { term_id: termId, day: '2031-03-10', name: 'Founding day' } }),
  );
  expect(await told()).toEqual({
    en: ['No classes on Mon 10 Mar: Founding day', 'Your classes of this day are not held.'],
    de: ['Frei am Mo, 10. März: Founding day', 'Ihre Termine dieses Tages finden nicht statt.'],
  });
  await database.sql.query('TRUNCATE outbox_event');
  await admin.unitOfWork.run(common, (tx) => deleteHoliday(tx, { ...request, id }));
  expect(await told()).toEqual({
    en: ['Classes are held on Mon 10 Mar after all', 'It was a holiday: Founding day.'],
    de: ['Am Mo, 10. März wird doch unterrichtet', 'Der Tag war frei: Founding day.'],
  });
});

it('tells of what a publication changes', async () => {
  const { sql } = database;
  const publish = async () => {
    const { version } = await findTimetable(sql, timetableId);
    const given = { ...common, actor: admin.actor, id: timetableId, ifMatch: version, reason: '' };
    await publishPlan(admin.unitOfWork, given);
    const words = await told();
    await sql.query('TRUNCATE outbox_event');
    return words;
  };
  const term = (await findTimetable(sql, timetableId)).term_name;
  await sql.query(
    `INSERT INTO timetable_entry (entry_id, state, timetable_id, course_id, day_of_week, start_minute, end_minute)
     SELECT entry_id, 'draft', timetable_id, course_id, CASE entry_id WHEN $1 THEN 3 ELSE day_of_week END, start_minute, end_minute
     FROM timetable_entry`,
    [entryId],
  );
  expect(await publish()).toEqual({
    en: [`The timetable of ${term} is published`, 'Classes a week: 1.'],
    de: [`Der Stundenplan für ${term} ist veröffentlicht`, 'Termine pro Woche: 1.'],
  });
  await sql.query(
    `UPDATE timetable_entry SET day_of_week = 2, weeks = 'a', ends_on = '2031-05-01' WHERE entry_id = $1 AND state = 'draft'`,
    [entryId],
  );
  const place = {
    en: 'Tue, 10:00 to 11:00, week A, until 2031-05-01',
    de: 'Di, 10:00 bis 11:00, Woche A, bis 01.05.2031',
  };
  expect(await publish()).toEqual({
    en: [
      `CS204 moved to ${place.en}`,
      `CS204: Wed, 10:00 to 11:00 → ${place.en}. It clashes: CS204 and MA101, ${place.en}.`,
    ],
    de: [
      `CS204 verlegt auf ${place.de}`,
      `CS204: Mi, 10:00 bis 11:00 → ${place.de}. Überschneidung: CS204 und MA101, ${place.de}.`,
    ],
  });
});
