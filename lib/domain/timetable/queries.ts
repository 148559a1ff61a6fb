import type { SqlTx } from '@/lib/infra/db/sql';
import { clockTime } from './clock-time';
import { ENTRY_COLUMNS, ENTRY_FROM, type EntryRow, slotOfRow } from './entry-row';
import { expandMeetings, type HeldMeeting } from './expand-meetings';
import { concerns, readPlan, type WhoseMeetings } from './list-meetings';
import { dateOfDay, overlaps } from './overlap';

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
