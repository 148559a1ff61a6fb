import type { Week } from '@/lib/contracts/http/timetable';
import type { WeekQuery } from '@/lib/contracts/http/timetable-requests';
import type { SqlTx } from '@/lib/infra/db/sql';
import { wrongField } from '../problem';
import type { SignedIn } from '../session/authenticate';
import { isoDate } from './iso-date';
import { listMeetings, type WhoseMeetings } from './list-meetings';
import { dateOfDay, dayNumber, mondayOf, weekLetterOf } from './overlap';
import { listTaught } from './policy';
import { universityNow } from './university-now';

/**
 * One week of the caller, a room, a teacher or a course: what is published, as it is held.
 * @throws {DomainProblem} `request.invalid` when it is not said which room, teacher or course
 */
export async function readWeek(
  sql: SqlTx,
  actor: SignedIn,
  asked: WeekQuery & { timeZone: string },
): Promise<Week> {
  const { timeZone } = asked;
  const monday = mondayOf(dayNumber(asked.day ?? universityNow(timeZone).date));
  const range = { from: dateOfDay(monday), to: dateOfDay(monday + 6) };
  const whose = whoseOf(actor, asked);
  const { rows: terms } = await sql.query<{ id: string; name: string; starts_on: string; ends_on: string }>(
    `SELECT id, name, ${isoDate('starts_on')} AS starts_on, ${isoDate('ends_on')} AS ends_on FROM term
     WHERE ends_on >= $1::date AND starts_on <= $2::date ORDER BY starts_on DESC LIMIT 1`,
    [range.from, range.to],
  );
  const term = terms[0];
  const { rows: holidays } = await sql.query<{ day: string; name: string }>(
    `SELECT ${isoDate('day')} AS day, name FROM holiday WHERE term_id = $1 AND day BETWEEN $2::date AND $3::date`,
    [term?.id ?? null, range.from, range.to],
  );
  const holidayOn = new Map(holidays.map(({ day, name }) => [day, name]));
  const meetings = whose ? await listMeetings(sql, whose, range) : [];
  const taught = await listTaught(sql, actor);
  return {
    ...range,
    time_zone: timeZone,
    letter: term ? weekLetterOf(monday, { startsOn: term.starts_on, endsOn: term.ends_on }) : null,
    term: term ? { id: term.id, name: term.name } : null,
    days: Array.from({ length: 7 }, (_, index) => dateOfDay(monday + index)).map((date) => ({
      date,
      holiday: holidayOn.get(date) ?? null,
    })),
    meetings: meetings.map(({ department_id: _department, ...meeting }) => ({
      ...meeting,
      may_change: taught.all || taught.courseIds.has(meeting.course.id) || isOwn(meeting, actor),
    })),
  };
}

const isOwn = (
  { faculty, planned }: Pick<Week['meetings'][number], 'faculty' | 'planned'>,
  actor: SignedIn,
) => (planned ?? { faculty }).faculty?.id === actor.userId;

/** `null`: administrators have no classes of their own. */
function whoseOf(actor: SignedIn, { of, id }: WeekQuery): WhoseMeetings | null {
  if (of === 'me') {
    if (actor.role === 'admin') return null;
    return { of: actor.role, id: actor.userId };
  }
  if (id === undefined) throw wrongField('id', 'invalid_type', `Say which ${of}`);
  return { of, id };
}
