import type { AttendanceCounts, AttendanceStatus, RosterStudent } from '@/lib/contracts/http/attendance';
import { saysSame, type WantedMark } from './mark-queue';

/** A student as the teacher sees them: with what is still to be saved. */
export interface RosterRow extends RosterStudent {
  readonly id: string;
  readonly isPending: boolean;
}

/** The roster with what is queued on top of it. Rows without anything queued stay the same objects from call to call. */
export function createRosterRows() {
  const plain = new WeakMap<RosterStudent, RosterRow>();
  return (students: readonly RosterStudent[], pending: ReadonlyMap<string, WantedMark>): RosterRow[] =>
    students.map((student) => {
      const wanted = pending.get(student.student_id);
      if (!wanted) {
        const known = plain.get(student) ?? { ...student, id: student.student_id, isPending: false };
        plain.set(student, known);
        return known;
      }
      const { version: _version, ...mark } = wanted;
      return { ...student, ...mark, id: student.student_id, isPending: true };
    });
}

/** How a class stands: who is unmarked is counted as that, and as nothing else. */
export function countRows(rows: readonly RosterRow[]): AttendanceCounts & { marked: number } {
  const of = (status: AttendanceStatus) => rows.filter((row) => row.status === status).length;
  const counts = { present: of('present'), late: of('late'), excused: of('excused'), absent: of('absent') };
  const marked = counts.present + counts.late + counts.excused + counts.absent;
  return { students: rows.length, marked, ...counts };
}

/** What a teacher wants of a student, over what is there. */
export const markOf = (row: RosterRow, change: Partial<WantedMark>): WantedMark => {
  const { student_id, status, custom_code, remark, version } = row;
  const mark = { student_id, status, custom_code, remark, version, ...change };
  // Without a mark there is nothing to remark.
  return mark.status === null ? { ...mark, custom_code: '', remark: '' } : mark;
};

/** One thing that was done, to be taken back. */
export interface Done {
  readonly before: readonly WantedMark[];
  readonly after: readonly WantedMark[];
}

/** What brings back what was there before; what somebody has changed since then stays. */
export function undoOf({ before, after }: Done, rows: readonly RosterRow[]): WantedMark[] {
  const now = new Map(rows.map((row) => [row.student_id, row]));
  const set = new Map(after.map((mark) => [mark.student_id, mark]));
  return before.flatMap((mark) => {
    const row = now.get(mark.student_id);
    return row && saysSame(markOf(row, {}), set.get(mark.student_id))
      ? [{ ...mark, version: row.version }]
      : [];
  });
}

/** Those whom words and the choice leave: every word is in the name or the number. */
export function findRows(
  rows: readonly RosterRow[],
  { words, only }: { words: string; only: AttendanceStatus | 'unmarked' | null },
): RosterRow[] {
  const each = words.toLowerCase().split(/\s+/);
  return rows.filter(({ name, register_no, status }) => {
    const known = `${name} ${register_no ?? ''}`.toLowerCase();
    const isChosen = only === null || (only === 'unmarked' ? status === null : status === only);
    return isChosen && each.every((word) => known.includes(word));
  });
}
