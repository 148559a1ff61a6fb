import type { SqlTx } from '@/lib/infra/db/sql';
import { ENTRY_COLUMNS, ENTRY_FROM, type EntryRow } from './entry-row';
import { type ChangeRow, expandMeetings, type HeldMeeting } from './expand-meetings';
import { isoDate } from './iso-date';

export type WhoseMeetings =
  | { readonly of: 'student' | 'faculty' | 'room' | 'course'; readonly id: string }
  | { readonly of: 'everybody' };

// A change can bring a class into a room or to a teacher that its plan knows nothing of.
const CONDITIONS = {
  student: `entry.course_id IN (SELECT course_id FROM enrollment WHERE student_id = $1 AND status = 'enrolled')`,
  faculty: `(entry.faculty_id = $1 OR EXISTS (SELECT FROM class_change AS change
    WHERE change.entry_id = entry.entry_id AND change.faculty_id = $1))`,
  room: `(entry.room_id = $1 OR EXISTS (SELECT FROM class_change AS change
    WHERE change.entry_id = entry.entry_id AND change.room_id = $1))`,
  course: 'entry.course_id = $1',
  everybody: '$1::uuid IS NULL',
};

/** The published classes that concern somebody or something between two dates, both included, as they are held. */
export async function listMeetings(
  sql: SqlTx,
  whose: WhoseMeetings,
  range: { from: string; to: string },
): Promise<HeldMeeting[]> {
  const { entries, changes, holidays } = await readPlan(sql, whose, range);
  return expandMeetings(entries, changes, holidays, range).filter((meeting) => concerns(meeting, whose));
}

/** What the classes of terms that meet the range are made of: the weekly plan, what differs on a day, and the holidays. */
export async function readPlan(
  sql: SqlTx,
  whose: WhoseMeetings,
  range: { from: string; to: string },
): Promise<{ entries: EntryRow[]; changes: ChangeRow[]; holidays: ReadonlySet<string> }> {
  const id = whose.of === 'everybody' ? null : whose.id;
  const { rows: entries } = await sql.query<EntryRow>(
    `SELECT ${ENTRY_COLUMNS} ${ENTRY_FROM}
     WHERE entry.state = 'published' AND ${CONDITIONS[whose.of]}
       AND term.ends_on >= $2::date AND term.starts_on <= $3::date`,
    [id, range.from, range.to],
  );
  const ids = entries.map((entry) => entry.entry_id);
  const days = entries.flatMap((entry) => [entry.term_starts_on, entry.term_ends_on]);
  const [from = range.from, to = range.to] = [days.toSorted()[0], days.toSorted().at(-1)];
  const changes = await readChanges(sql, ids);
  return { entries, changes, holidays: await readHolidays(sql, { from, to }) };
}

/** A class that was given to another room or teacher is no class of the planned room; its teacher still sees it. */
export function concerns({ room, faculty, planned }: HeldMeeting, whose: WhoseMeetings): boolean {
  if (whose.of === 'room') return room?.id === whose.id;
  if (whose.of === 'faculty') return faculty?.id === whose.id || planned?.faculty?.id === whose.id;
  return true;
}

export const CHANGE_COLUMNS = `
  change.id, change.entry_id, ${isoDate('change.day')} AS day, change.is_cancelled,
  ${isoDate('change.new_day')} AS new_day, change.start_minute, change.end_minute, change.room_id,
  change_room.code AS room_code, change.faculty_id, substitute.name AS faculty_name, change.message, change.sequence`;
export const CHANGE_FROM = `
  FROM class_change AS change
  LEFT JOIN room AS change_room ON change_room.id = change.room_id
  LEFT JOIN app_user AS substitute ON substitute.id = change.faculty_id`;

export async function readChanges(sql: SqlTx, entryIds: readonly string[]): Promise<ChangeRow[]> {
  const { rows } = await sql.query<ChangeRow>(
    `SELECT ${CHANGE_COLUMNS} ${CHANGE_FROM} WHERE change.entry_id = ANY ($1::uuid[]) AND change.state = 'published'`,
    [entryIds],
  );
  return rows;
}

/** `term day` of each holiday in the range. */
export async function readHolidays(
  sql: SqlTx,
  range: { from: string; to: string },
): Promise<ReadonlySet<string>> {
  const { rows } = await sql.query<{ term_id: string; day: string }>(
    `SELECT term_id, ${isoDate('day')} AS day FROM holiday WHERE day BETWEEN $1::date AND $2::date`,
    [range.from, range.to],
  );
  return new Set(rows.map(({ term_id, day }) => `${term_id} ${day}`));
}
