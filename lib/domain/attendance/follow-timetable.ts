import type { SqlTx } from '@/lib/infra/db/sql';
import { minutesOf } from '../timetable/clock-time';
import { isoDate } from '../timetable/iso-date';
import { findMeeting } from '../timetable/queries';
import { lockAttendance } from './lock-attendance';
import { CLOSES } from './session-row';

/**
 * Brings the sessions of a class to what the timetable says now: those that nobody was marked in move with it, or go with it.
 * What was marked was held, and stays. The plan is read here, so that events may come late, twice or out of order.
 * Returns how many were moved or removed.
 */
export async function followEntry(
  tx: SqlTx,
  { entryId, courseId }: { entryId: string; courseId: string },
): Promise<number> {
  await lockAttendance(tx, courseId);
  const { rows } = await tx.query<{ id: string; day: string }>(UNMARKED, [entryId]);
  let changed = 0;
  for (const { id, day } of rows) {
    const meeting = await findMeeting(tx, entryId, day);
    const { rowCount } = meeting
      ? await tx.query(MOVE, [id, meeting.date, minutesOf(meeting.start_time), minutesOf(meeting.end_time)])
      : await tx.query('DELETE FROM attendance_session WHERE id = $1', [id]);
    changed += rowCount;
  }
  return changed;
}

/** A deleted course takes no attendance: its open classes are closed, and their check-in ends. */
export async function closeSessionsOf(tx: SqlTx, courseId: string): Promise<number> {
  await lockAttendance(tx, courseId);
  const { rowCount } = await tx.query(
    `UPDATE attendance_session SET ${CLOSES} WHERE course_id = $1 AND state = 'open'`,
    [courseId],
  );
  return rowCount;
}

const UNMARKED = `
  SELECT session.id, ${isoDate('session.day')} AS day FROM attendance_session AS session
  WHERE session.entry_id = $1
    AND NOT EXISTS (SELECT FROM attendance_change WHERE session_id = session.id)
    AND NOT EXISTS (SELECT FROM attendance_request WHERE session_id = session.id)`;

const MOVE = `
  UPDATE attendance_session SET held_on = $2::date, start_minute = $3, end_minute = $4, version = version + 1
  WHERE id = $1 AND (held_on, start_minute, end_minute) IS DISTINCT FROM ($2::date, $3, $4)`;
