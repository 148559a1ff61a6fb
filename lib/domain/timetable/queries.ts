import type { SqlTx } from '@/lib/infra/db/sql';
import { clockTime } from './clock-time';
import { ENTRY_COLUMNS, ENTRY_FROM, type EntryRow, slotOfRow } from './entry-row';
import { expandMeetings, type HeldMeeting, meetingOf } from './expand-meetings';
import { isoDate } from './iso-date';
import { concerns, readChanges, readHolidays, readPlan, type WhoseMeetings } from './list-meetings';
import { dateOfDay, dayNumber, isHeldOn, overlaps } from './overlap';

/** Two published classes at the same moment: one of the course that is asked for, one that the student has already. */
export interface Clash {
  course_id: string;
  course_code: string;
  course_name: string;
  /** 1 is Monday. */
  day_of_week: number;
  /** `HH:MM`, the university's local time, of the class the student has already. */
  start_time: string;
  end_time: string;
}

/** Which classes of a student's other courses are held at the same moment as classes of this one; each course once. */
export async function listClashes(
  sql: SqlTx,
  asked: { studentId: string; courseId: string },
): Promise<Clash[]> {
  const { rows } = await sql.query<EntryRow>(
    `SELECT ${ENTRY_COLUMNS} ${ENTRY_FROM}
     WHERE entry.state = 'published' AND (entry.course_id = $1 OR entry.course_id IN (
       SELECT course_id FROM enrollment WHERE student_id = $2 AND status = 'enrolled'))`,
    [asked.courseId, asked.studentId],
  );
  const wanted = rows.filter((row) => row.course_id === asked.courseId);
  const clashes = new Map<string, Clash>();
  for (const own of rows) {
    if (own.course_id === asked.courseId || clashes.has(own.course_id)) continue;
    const slot = slotOfRow(own);
    if (!slot || !wanted.some((each) => isAt(each, slot))) continue;
    clashes.set(own.course_id, {
      course_id: own.course_id,
      course_code: own.course_code,
      course_name: own.course_name,
      day_of_week: own.day_of_week,
      start_time: clockTime(own.start_minute),
      end_time: clockTime(own.end_minute),
    });
  }
  return [...clashes.values()];
}

function isAt(row: EntryRow, slot: NonNullable<ReturnType<typeof slotOfRow>>): boolean {
  const own = slotOfRow(row);
  return own !== null && overlaps(own, slot);
}

/** A weekly class with all its days: those it is planned for, and how each of them is held. */
export interface ClassSeries {
  readonly entryId: string;
  readonly stepDays: 7 | 14;
  /** Every day it is planned for, holidays too. */
  readonly days: readonly string[];
  /** What concerns whom was asked for; a planned day without one is not held for them. */
  readonly meetings: readonly HeldMeeting[];
  /** Whether it is planned as theirs; otherwise single days have come to them. */
  readonly isOwn: boolean;
}

/** The published classes of somebody in the terms that meet a range, whole, in no order. */
export async function listSeries(
  sql: SqlTx,
  whose: WhoseMeetings,
  range: { from: string; to: string },
): Promise<ClassSeries[]> {
  const { entries, changes, holidays } = await readPlan(sql, whose, range);
  return entries.flatMap((entry) => {
    const slot = slotOfRow(entry);
    if (!slot) return [];
    const { firstDay, lastDay, stepDays } = slot;
    const days = Array.from({ length: (lastDay - firstDay) / stepDays + 1 }, (_, index) =>
      dateOfDay(firstDay + index * stepDays),
    );
    const term = { from: entry.term_starts_on, to: entry.term_ends_on };
    const own = changes.filter((change) => change.entry_id === entry.entry_id);
    const meetings = expandMeetings([entry], own, holidays, term).filter((each) => concerns(each, whose));
    const isOwn = whose.of !== 'faculty' || entry.faculty_id === whose.id;
    return [{ entryId: entry.entry_id, stepDays, days, meetings, isOwn }];
  });
}

/**
 * The class of a published entry on a day that it is planned for, as it is held, cancelled ones too; `null` when it is not
 * planned for that day, or that day is a holiday and it was not moved.
 */
export async function findMeeting(sql: SqlTx, entryId: string, day: string): Promise<HeldMeeting | null> {
  const { rows } = await sql.query<EntryRow>(
    `SELECT ${ENTRY_COLUMNS} ${ENTRY_FROM} WHERE entry.entry_id = $1 AND entry.state = 'published'`,
    [entryId],
  );
  const entry = rows[0];
  const slot = entry && slotOfRow(entry);
  if (!slot || !isHeldOn(slot, dayNumber(day))) return null;
  const change = (await readChanges(sql, [entryId])).find((each) => each.day === day);
  const holidays = await readHolidays(sql, { from: day, to: day });
  if (holidays.has(`${entry.term_id} ${day}`) && !change?.new_day) return null;
  return meetingOf(entry, day, change);
}

/** SQL: whether a class of the timetable is cancelled on the day that it was planned for. */
export const isCancelled = (entry: string, day: string) => `EXISTS (
  SELECT FROM class_change WHERE class_change.entry_id = ${entry} AND class_change.day = ${day} AND is_cancelled)`;

/** SQL: whether a class of the timetable is planned with a user, or given to them for that day. */
export const isTaughtBy = (user: string, entry: string, day: string) => `(EXISTS (
  SELECT FROM timetable_entry AS planned
  WHERE planned.entry_id = ${entry} AND planned.state = 'published' AND planned.faculty_id = ${user})
  OR EXISTS (SELECT FROM class_change AS given
  WHERE given.entry_id = ${entry} AND given.day = ${day} AND given.faculty_id = ${user}))`;

/** The first and the last day of the term of a course that is not deleted. */
export async function findTermOfCourse(
  sql: SqlTx,
  courseId: string,
): Promise<{ starts_on: string; ends_on: string } | null> {
  const { rows } = await sql.query<{ starts_on: string; ends_on: string }>(
    `SELECT ${isoDate('starts_on')} AS starts_on, ${isoDate('ends_on')} AS ends_on
     FROM course JOIN term ON term.id = course.term_id WHERE course.id = $1 AND course.deleted_at IS NULL`,
    [courseId],
  );
  return rows[0] ?? null;
}
