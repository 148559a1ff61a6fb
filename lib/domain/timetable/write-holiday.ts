import { v7 as uuidv7 } from 'uuid';
import type { HolidayView, WrittenHoliday } from '@/lib/contracts/http/timetable';
import type { WriteHoliday } from '@/lib/contracts/http/timetable-requests';
import { isUuid } from '@/lib/infra/db/is-uuid';
import type { SqlTx } from '@/lib/infra/db/sql';
import type { EventfulTx } from '@/lib/infra/outbox/unit-of-work';
import { recordChange } from '../audit/record-change';
import { type Notice, tellPeople } from '../notification/tell-people';
import { DomainProblem, wrongField } from '../problem';
import type { SignedIn } from '../session/authenticate';
import { isoDate } from './iso-date';
import { listMeetings } from './list-meetings';
import { lockTimetables } from './lock-timetables';
import { type TimetableTexts, timetableTexts } from './notice-texts';
import { universityNow } from './university-now';

interface Request {
  actor: SignedIn;
  correlationId: string;
  timeZone: string;
}

const HOLIDAY = `id, term_id, ${isoDate('day')} AS day, name`;

export async function listHolidays(sql: SqlTx): Promise<{ items: HolidayView[] }> {
  const { rows } = await sql.query<HolidayView>(
    `SELECT ${HOLIDAY} FROM holiday ORDER BY holiday.day DESC LIMIT 1000`,
  );
  return { items: rows };
}

/**
 * Makes a day a holiday, or names it anew. Who has classes on it is told that they are not held.
 * @throws {DomainProblem} `request.invalid` for a day of no such term
 */
export async function writeHoliday(
  tx: EventfulTx,
  request: Request & { holiday: WriteHoliday },
): Promise<WrittenHoliday> {
  const { term_id, day, name } = request.holiday;
  await lockTimetables(tx);
  const { rows: known } = await tx.query<HolidayView>(
    `SELECT ${HOLIDAY} FROM holiday WHERE term_id = $1 AND day = $2::date`,
    [term_id, day],
  );
  const before = await heldOn(tx, day);
  const { rows } = await tx.query<HolidayView>(
    `INSERT INTO holiday (id, term_id, day, name)
     SELECT $1, term.id, $3::date, $4 FROM term WHERE term.id = $2 AND $3::date BETWEEN term.starts_on AND term.ends_on
     ON CONFLICT (term_id, day) DO UPDATE SET name = excluded.name RETURNING ${HOLIDAY}`,
    [uuidv7(), term_id, day, name],
  );
  const holiday = rows[0];
  if (!holiday) throw wrongField('day', 'outside_term', 'The day is not in the term');
  const after = new Set((await heldOn(tx, day)).map(({ id }) => id));
  const gone = before.filter(({ id }) => !after.has(id));
  await tellAffected(tx, request, {
    day,
    meetings: gone,
    write: (texts) => texts.holiday(texts.day(day), name),
  });
  await recordChange(tx, request, {
    action: 'holiday.written',
    subjectKind: 'holiday',
    subjectId: holiday.id,
    before: known[0] ? { ...known[0] } : null,
    after: { ...holiday },
  });
  return { ...holiday, cancelled_count: gone.length };
}

/** Classes of the day are held again; who has them is told. @throws {DomainProblem} `resource.not_found` */
export async function deleteHoliday(tx: EventfulTx, request: Request & { id: string }): Promise<void> {
  const { id } = request;
  if (!isUuid(id)) throw new DomainProblem('resource.not_found');
  await lockTimetables(tx);
  const { rows } = await tx.query<HolidayView>(`SELECT ${HOLIDAY} FROM holiday WHERE id = $1`, [id]);
  const holiday = rows[0];
  if (!holiday) throw new DomainProblem('resource.not_found');
  const { day, name } = holiday;
  const before = new Set((await heldOn(tx, day)).map((meeting) => meeting.id));
  await tx.query('DELETE FROM holiday WHERE id = $1', [id]);
  const back = (await heldOn(tx, day)).filter((meeting) => !before.has(meeting.id));
  await tellAffected(tx, request, {
    day,
    meetings: back,
    write: (texts) => texts.holidayGone(texts.day(day), name),
  });
  await recordChange(tx, request, {
    action: 'holiday.removed',
    subjectKind: 'holiday',
    subjectId: id,
    before: { ...holiday },
    after: null,
  });
}

type Held = Awaited<ReturnType<typeof listMeetings>>[number];

async function heldOn(tx: SqlTx, day: string): Promise<Held[]> {
  const meetings = await listMeetings(tx, { of: 'everybody' }, { from: day, to: day });
  return meetings.filter(({ status }) => status !== 'cancelled');
}

/** The enrolled and the teachers of these classes, each once; nobody of a day that has gone. */
async function tellAffected(
  tx: EventfulTx,
  { actor, timeZone }: Request,
  told: { day: string; meetings: readonly Held[]; write(texts: TimetableTexts): Notice },
): Promise<void> {
  const { day, meetings } = told;
  if (meetings.length === 0 || day < universityNow(timeZone).date) return;
  const { rows } = await tx.query<{ student_id: string }>(
    `SELECT DISTINCT student_id FROM enrollment WHERE status = 'enrolled' AND course_id = ANY ($1::uuid[])`,
    [meetings.map(({ course }) => course.id)],
  );
  const people = new Set([
    ...rows.map(({ student_id }) => student_id),
    ...meetings.flatMap(({ faculty }) => faculty?.id ?? []),
  ]);
  people.delete(actor.userId);
  await tellPeople(tx, {
    userIds: [...people],
    write: ({ locale }) => told.write(timetableTexts(locale)),
    kind: 'timetable',
    priority: 'normal',
    actionUrl: `/timetable?day=${day}`,
  });
}
