import type { AttendanceCounts, AttendanceMark, AttendanceSource } from '@/lib/contracts/http/attendance';
import type { MarkToSave } from '@/lib/contracts/http/attendance-requests';
import { prepared } from '@/lib/infra/db/sql';
import type { EventfulTx } from '@/lib/infra/outbox/unit-of-work';
import { DomainProblem, wrongField } from '../problem';
import { countMarks, noCounts } from './count-marks';
import type { MarkChange, MarksToRecord } from './mark-change';
import { publishMarks } from './publish-marks';
import { readStandings, type Standing } from './read-standings';
import { pointsOf, readCustomStatuses } from './status-points';
import { requireMarkable } from './take-session';
import { updateTotals } from './update-totals';

export interface RecordedMarks {
  readonly marks: readonly AttendanceMark[];
  readonly counts: AttendanceCounts;
  readonly changed: number;
}

/**
 * The one writer of marks: the marks, their log and the numbers they make, by statements over all of them at once, with the
 * events that tell of them. The session has been taken, so its course is locked. All or nothing; what is as it was changes
 * nothing and tells nobody, so that a repeated request is harmless.
 * @throws {DomainProblem} `attendance.cancelled`, `attendance.too_early`, `attendance.frozen`, `attendance.reason_needed`,
 * `attendance.not_in_course`, `precondition.failed` with the marks as they are, `request.invalid`
 */
export async function recordMarks(tx: EventfulTx, given: MarksToRecord): Promise<RecordedMarks> {
  const { session, marks } = given;
  requireOpen(given);
  const ids = [...new Set(marks.map(({ student_id }) => student_id))];
  if (ids.length < marks.length) throw wrongField('marks', 'duplicate', 'A student is named twice');
  const standings = await readStandings(tx, session, ids);
  requireInCourse(marks, standings);
  const custom = await readCustomStatuses(tx, marks);
  const changes = marks.flatMap((mark, index) => {
    const before = standings.get(mark.student_id);
    const points = pointsOf(mark, { index, custom, rules: session.rules });
    return before ? changeOf(before, mark, { points, source: given.source }) : [];
  });
  requireUnchanged(marks, changes);
  if (changes.length > 0) {
    await tx.query(WRITE, writeValues(given, changes));
    const changed = changes.map(({ after }) => after.student_id);
    const removed = changes.flatMap(({ after }) => (after.status === null ? after.student_id : []));
    if (removed.length > 0) await tx.query(REMOVE, [session.id, removed]);
    await updateTotals(tx, session.course_id, changed);
  }
  const counts = (await countMarks(tx, [session.id])).get(session.id) ?? noCounts;
  if (changes.length > 0) publishMarks(tx, given, { changes, counts });
  const fresh = new Map(changes.map(({ after: { points: _points, ...mark } }) => [mark.student_id, mark]));
  return {
    marks: ids.flatMap((id) => fresh.get(id) ?? standings.get(id)?.mark ?? []),
    counts,
    changed: changes.length,
  };
}

function requireOpen({ session, reason, source }: MarksToRecord): void {
  requireMarkable(session);
  if (session.state === 'closed' && reason === '' && source !== 'close')
    throw new DomainProblem('attendance.reason_needed', {
      errors: [{ field: 'reason', code: 'required', message: 'The class is closed: say why' }],
    });
}

function requireInCourse(marks: readonly MarkToSave[], standings: ReadonlyMap<string, Standing>): void {
  const errors = marks.flatMap(({ student_id }, index) =>
    standings.get(student_id)?.isInCourse
      ? []
      : [{ field: `marks.${index}.student_id`, code: 'not_in_course', message: 'Is not in this course' }],
  );
  if (errors.length > 0) throw new DomainProblem('attendance.not_in_course', { errors });
}

function requireUnchanged(marks: readonly MarkToSave[], changes: readonly MarkChange[]): void {
  const seen = new Map(marks.map(({ student_id, version }) => [student_id, version]));
  const outdated = changes.filter(({ before: { mark } }) => {
    const version = seen.get(mark.student_id);
    return version !== undefined && version !== mark.version;
  });
  if (outdated.length > 0)
    throw new DomainProblem('precondition.failed', { current: outdated.map(({ before }) => before.mark) });
}

function changeOf(
  before: Standing,
  wanted: MarkToSave,
  { points, source }: { points: number | null; source: AttendanceSource },
): MarkChange[] {
  const { mark } = before;
  const remark = wanted.status === null ? '' : (wanted.remark ?? mark.remark);
  const isSame =
    wanted.status === mark.status && wanted.custom_code === mark.custom_code && remark === mark.remark;
  if (isSame) return [];
  const { student_id, status, custom_code } = wanted;
  const version = mark.version + 1;
  const after = { student_id, status, custom_code, remark, version, points };
  return [{ before, after: { ...after, source: status === null ? null : source } }];
}

function writeValues(given: MarksToRecord, changes: readonly MarkChange[]): unknown[] {
  const { session, by, source, reason, correlationId } = given;
  const of = <T>(value: (change: MarkChange) => T) => changes.map(value);
  return [
    session.id,
    session.course_id,
    of(({ after }) => after.student_id),
    of(({ after }) => after.status),
    of(({ after }) => after.custom_code),
    of(({ after }) => after.points),
    of(({ after }) => after.remark),
    of(({ after }) => after.version),
    of(({ before }) => before.mark.status),
    of(({ before }) => before.mark.custom_code),
    of(({ before }) => before.mark.remark),
    source,
    by,
    reason,
    correlationId,
  ];
}

// The log tells when the change was made and not when its transaction began, which may have waited for others: so its times
// are in its order, and the record of an instant is what stood then.
const WRITE = prepared(`
  WITH change AS (
    SELECT * FROM unnest($3::uuid[], $4::attendance_status[], $5::text[], $6::numeric[], $7::text[], $8::int[],
      $9::attendance_status[], $10::text[], $11::text[])
      AS given (student_id, status, custom_code, points, remark, version, old_status, old_custom_code, old_remark)
  ), logged AS (
    INSERT INTO attendance_change (session_id, student_id, course_id, old_status, old_custom_code, old_remark, status,
      custom_code, points, remark, reason, source, changed_by, correlation_id, changed_at)
    SELECT $1, student_id, $2, old_status, old_custom_code, old_remark, status, custom_code, points, remark, $14,
      $12::attendance_source, $13::uuid, $15, statement_timestamp() FROM change
  )
  INSERT INTO attendance_mark (session_id, student_id, course_id, status, custom_code, points, remark, version, source,
    marked_by)
  SELECT $1, student_id, $2, status, custom_code, points, remark, version, $12::attendance_source, $13::uuid
  FROM change WHERE status IS NOT NULL
  ON CONFLICT (session_id, student_id) DO UPDATE SET status = excluded.status, custom_code = excluded.custom_code,
    points = excluded.points, remark = excluded.remark, version = excluded.version, source = excluded.source,
    marked_by = excluded.marked_by, marked_at = now()`);

const REMOVE = prepared(
  'DELETE FROM attendance_mark WHERE session_id = $1 AND student_id = ANY ($2::uuid[])',
);
