import { v7 as uuidv7 } from 'uuid';
import type { AttendanceSession } from '@/lib/contracts/http/attendance';
import type { OpenSession } from '@/lib/contracts/http/attendance-requests';
import { prepared, type SqlTx } from '@/lib/infra/db/sql';
import type { UnitOfWork } from '@/lib/infra/outbox/unit-of-work';
import { teachesCourse } from '../course/queries';
import { DomainProblem, wrongField } from '../problem';
import type { SignedIn } from '../session/authenticate';
import { minutesOf } from '../timetable/clock-time';
import { findMeeting, findTermOfCourse } from '../timetable/queries';
import { lockAttendance } from './lock-attendance';
import { readSession } from './read-roster';

/**
 * Opens the roster of a class: one of the timetable, or an ad hoc one. The same class again is the same session, whoever
 * opens it, so that two teachers mark one roster.
 * @throws {DomainProblem} `resource.not_found`, `auth.forbidden`; `attendance.not_held` for a day on which the timetable has
 * no such class (a holiday too), `attendance.cancelled`; `request.invalid` for a day outside the course's term
 */
export async function openSession(
  unitOfWork: UnitOfWork,
  request: { actor: SignedIn; correlationId: string; timeZone: string; wanted: OpenSession },
): Promise<AttendanceSession> {
  const { actor, wanted, timeZone } = request;
  return unitOfWork.run({ correlationId: request.correlationId }, async (tx) => {
    const id =
      'entry_id' in wanted ? await openPlanned(tx, actor, wanted) : await openAdHoc(tx, actor, wanted);
    return readSession(tx, { actor, id, timeZone });
  });
}

/** The session of a planned class, made when nobody has opened it: for writers that know who may. */
export async function ensureSession(
  tx: SqlTx,
  { entryId, day, by }: { entryId: string; day: string; by: string | null },
): Promise<string> {
  const meeting = await findMeeting(tx, entryId, day);
  if (!meeting) throw new DomainProblem('attendance.not_held');
  if (meeting.status === 'cancelled') throw new DomainProblem('attendance.cancelled');
  await lockAttendance(tx, meeting.course.id);
  const { rows } = await tx.query<{ id: string }>(OPEN, [
    uuidv7(),
    meeting.course.id,
    entryId,
    day,
    meeting.date,
    minutesOf(meeting.start_time),
    minutesOf(meeting.end_time),
    '',
    by,
  ]);
  if (rows[0]) return rows[0].id;
  // Marked already: what was held stays as it was.
  const marked = await tx.query<{ id: string }>(FIND, [entryId, day]);
  return marked.rows[0]?.id ?? '';
}

async function openPlanned(
  tx: SqlTx,
  actor: SignedIn,
  { entry_id, day }: { entry_id: string; day: string },
): Promise<string> {
  const meeting = await findMeeting(tx, entry_id, day);
  if (!meeting) throw new DomainProblem('attendance.not_held');
  const teachers = [meeting.faculty?.id, meeting.planned?.faculty?.id];
  const isTheirs =
    teachers.includes(actor.userId) || (await teachesCourse(tx, actor.userId, meeting.course.id));
  if (actor.role !== 'admin' && !isTheirs) throw new DomainProblem('auth.forbidden');
  return ensureSession(tx, { entryId: entry_id, day, by: actor.userId });
}

async function openAdHoc(
  tx: SqlTx,
  actor: SignedIn,
  wanted: Exclude<OpenSession, { entry_id: string }>,
): Promise<string> {
  const term = await findTermOfCourse(tx, wanted.course_id);
  if (!term) throw new DomainProblem('resource.not_found');
  if (actor.role !== 'admin' && !(await teachesCourse(tx, actor.userId, wanted.course_id)))
    throw new DomainProblem('auth.forbidden');
  if (wanted.day < term.starts_on || wanted.day > term.ends_on)
    throw wrongField('day', 'outside_term', 'The day is not in the term of the course');
  await lockAttendance(tx, wanted.course_id);
  const [start, end] = [minutesOf(wanted.start_time), minutesOf(wanted.end_time)];
  const values = [wanted.course_id, null, wanted.day, wanted.day, start, end, wanted.title, actor.userId];
  const { rows } = await tx.query<{ id: string }>(OPEN, [uuidv7(), ...values]);
  return rows[0]?.id ?? '';
}

const OPEN = prepared(`
  INSERT INTO attendance_session (id, course_id, entry_id, day, held_on, start_minute, end_minute, title, created_by)
  VALUES ($1, $2, $3::uuid, $4::date, $5::date, $6, $7, $8, $9::uuid)
  ON CONFLICT (entry_id, day) DO UPDATE SET held_on = excluded.held_on, start_minute = excluded.start_minute,
    end_minute = excluded.end_minute
    WHERE NOT EXISTS (SELECT FROM attendance_mark WHERE session_id = attendance_session.id)
  RETURNING id`);

const FIND = prepared('SELECT id FROM attendance_session WHERE entry_id = $1 AND day = $2::date');
