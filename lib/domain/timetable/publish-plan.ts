import type { PlanDiff } from '@/lib/contracts/http/plan';
import type { FieldError } from '@/lib/contracts/http/problem';
import type { EventfulTx, UnitOfWork } from '@/lib/infra/outbox/unit-of-work';
import { recordChange } from '../audit/record-change';
import { DomainProblem } from '../problem';
import type { SignedIn } from '../session/authenticate';
import { countChanges, diffPlan, type RowsDiff } from './diff-plan';
import { entryPayload, timetablePayload } from './entry-payload';
import { affectedBy, changesOf } from './entry-values';
import { timetableTexts } from './notice-texts';
import { conflictView, type FoundConflict, findPlanConflicts, isHard } from './plan-conflicts';
import { readPlanRows } from './plan-rows';
import { readDiff } from './read-plan';
import { spanOfClass } from './span-of-class';
import { type TimetableRow, takeTimetable } from './take-timetable';
import { tellConflicts } from './tell-conflicts';
import { tellPublication } from './tell-publication';
import { universityNow } from './university-now';

/**
 * Makes the draft what readers see, and tells those for whom something is another now. What was changed for single days of
 * a class stays with it. Without a difference nothing happens. Returns what was published.
 * @throws {DomainProblem} `resource.not_found`; `precondition.failed` when the draft is another than the one that was looked
 * at; `timetable.conflict` when a room or a teacher is needed twice, or a course cannot be taught then, and no reason is given
 */
export async function publishPlan(
  unitOfWork: UnitOfWork,
  request: {
    actor: SignedIn;
    correlationId: string;
    timeZone: string;
    id: string;
    ifMatch: number;
    reason: string;
  },
): Promise<PlanDiff> {
  const { actor, id, reason } = request;
  return unitOfWork.run({ correlationId: request.correlationId }, async (tx) => {
    const timetable = await takeTimetable(tx, id);
    const seen = await readDiff(tx, id);
    if (request.ifMatch !== timetable.version)
      throw new DomainProblem('precondition.failed', { current: seen });
    const draft = await readPlanRows(tx, id, 'draft');
    const diff = diffPlan(await readPlanRows(tx, id, 'published'), draft);
    const hard = (await findPlanConflicts(tx, timetable, draft)).filter(isHard);
    if (hard.length > 0 && reason === '')
      throw new DomainProblem('timetable.conflict', { errors: hard.map((each) => errorOf(each, id)) });
    await tx.query(COPY, [id]);
    await tx.query(REMOVE, [id]);
    if (countChanges(diff) === 0 && timetable.published_at !== null) return seen;
    await tx.query('UPDATE timetable SET published_at = now() WHERE id = $1', [id]);
    tellConflicts(tx, timetable, { found: hard, actorId: actor.userId });
    await publishEvents(tx, timetable, { diff, request, entries: draft.length });
    await tellPublication(tx, timetable, diff);
    await recordChange(tx, request, {
      action: 'timetable.published',
      subjectKind: 'timetable',
      subjectId: id,
      before: recordOf([...diff.changed.map(({ before }) => before), ...diff.removed]),
      after: recordOf([...diff.added, ...diff.changed.map(({ after }) => after)]),
      reason,
    });
    return seen;
  });
}

async function publishEvents(
  tx: EventfulTx,
  timetable: TimetableRow,
  { diff, request, entries }: { diff: RowsDiff; request: Parameters<typeof publishPlan>[1]; entries: number },
): Promise<void> {
  const { userId } = request.actor;
  const now = new Date().toISOString();
  const { date } = universityNow(request.timeZone);
  const from = date > timetable.term_starts_on ? date : timetable.term_starts_on;
  const effective_from = `${from}T00:00:00Z`;
  const whose = await timetablePayload(tx, timetable.id);
  for (const row of diff.added)
    tx.publish('ENTRY_ADDED', {
      ...whose,
      is_published: true,
      entry: entryPayload(row),
      added_by: userId,
      added_at: now,
    });
  for (const { before, after } of diff.changed)
    tx.publish('ENTRY_MODIFIED', {
      ...whose,
      is_published: true,
      entry: entryPayload(after),
      changes: changesOf(before, after),
      ...affectedBy(before, after),
      reason: '',
      effective_from,
      modified_by: userId,
      modified_at: now,
    });
  for (const row of diff.removed)
    tx.publish('ENTRY_DELETED', {
      ...whose,
      is_published: true,
      entry: entryPayload(row),
      reason: '',
      deleted_by: userId,
      deleted_at: now,
    });
  tx.publish('TIMETABLE_PUBLISHED', {
    ...whose,
    entry_count: entries,
    published_by: userId,
    published_at: now,
    effective_from,
  });
}

/** Of problems, which readers' pages put in words of their own, and of the audit list. */
const english = timetableTexts('en');

function errorOf(found: FoundConflict, timetableId: string): FieldError {
  const { kind, courses, who, ...at } = conflictView(found, timetableId);
  const place = spanOfClass(english, found.rows[0], at);
  if (kind === 'unavailable')
    return { field: 'day_of_week', code: 'unavailable', message: `${who} cannot be taught then. ${place}` };
  const message =
    kind === 'room' ? `${who} is taken: ${courses.join(', ')}` : `${who} teaches then: ${courses.join(', ')}`;
  return {
    field: kind === 'room' ? 'room_id' : 'faculty_id',
    code: 'taken',
    message: `${message}. ${place}`,
  };
}

/** How many an audit entry names; of more it says the number. */
const MOST_NAMED = 100;

function recordOf(rows: RowsDiff['added']): Record<string, unknown> {
  if (rows.length > MOST_NAMED) return { classes: rows.length };
  return Object.fromEntries(
    rows.map((row) => [
      row.entry_id,
      [row.course_code, spanOfClass(english, row), row.room_code, row.faculty_name].join(', '),
    ]),
  );
}

// An entry that stays keeps its row: what was changed for single days hangs on it.
const COPY = `
  INSERT INTO timetable_entry (entry_id, state, timetable_id, course_id, faculty_id, room_id, entry_type, day_of_week,
    start_minute, end_minute, weeks, starts_on, ends_on, is_locked, version)
  SELECT entry_id, 'published', timetable_id, course_id, faculty_id, room_id, entry_type, day_of_week, start_minute,
    end_minute, weeks, starts_on, ends_on, is_locked, version
  FROM timetable_entry WHERE timetable_id = $1 AND state = 'draft'
  ON CONFLICT (entry_id, state) DO UPDATE SET course_id = excluded.course_id, faculty_id = excluded.faculty_id,
    room_id = excluded.room_id, entry_type = excluded.entry_type, day_of_week = excluded.day_of_week,
    start_minute = excluded.start_minute, end_minute = excluded.end_minute, weeks = excluded.weeks,
    starts_on = excluded.starts_on, ends_on = excluded.ends_on, is_locked = excluded.is_locked,
    version = excluded.version`;

const REMOVE = `
  DELETE FROM timetable_entry AS gone WHERE gone.timetable_id = $1 AND gone.state = 'published'
    AND NOT EXISTS (SELECT FROM timetable_entry AS kept WHERE kept.entry_id = gone.entry_id AND kept.state = 'draft')`;
