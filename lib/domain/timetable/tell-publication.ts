import type { SqlTx } from '@/lib/infra/db/sql';
import type { EventfulTx } from '@/lib/infra/outbox/unit-of-work';
import { tellAlike } from '../notification/tell-people';
import { clockTime } from './clock-time';
import type { RowsDiff } from './diff-plan';
import { ENTRY_COLUMNS, ENTRY_FROM, type EntryRow, slotOfRow } from './entry-row';
import { listConcerned, type PlanChange } from './list-concerned';
import { overlaps } from './overlap';
import type { TimetableRow } from './take-timetable';

/** As many changes as one message lists; of more it says how many. */
const MOST_LINES = 5;

/**
 * Tells everybody in one notification what is another for them, old and new, in the transaction of the publication. Who
 * has another class at a new time is told of which.
 */
export async function tellPublication(
  tx: EventfulTx,
  timetable: TimetableRow,
  diff: RowsDiff,
): Promise<void> {
  const concerned = await listConcerned(tx, diff);
  const clashing = await findClashing(tx, diff);
  const byText = new Map<string, { title: string; message: string; userIds: string[] }>();
  for (const [person, changes] of concerned) {
    const clashes = clashing.filter(({ people }) => people.has(person)).map(({ text }) => text);
    const told = describePublication(timetable, changes, clashes);
    const key = JSON.stringify(told);
    const same = byText.get(key);
    if (same) same.userIds.push(person);
    else byText.set(key, { ...told, userIds: [person] });
  }
  for (const told of byText.values())
    tellAlike(tx, { ...told, kind: 'timetable', priority: 'high', actionUrl: '/timetable' });
}

/** The digest of one person. */
export function describePublication(
  { term_name, published_at }: Pick<TimetableRow, 'term_name' | 'published_at'>,
  changes: readonly PlanChange[],
  clashes: readonly string[],
): { title: string; message: string } {
  const warning = clashes.map((text) => `It clashes: ${text}.`);
  const lines = changes.map(lineOf);
  const rest = lines.length - MOST_LINES;
  const listed = [...lines.slice(0, MOST_LINES), ...(rest > 0 ? [`And ${rest} more.`] : [])];
  const [only] = lines;
  if (published_at === null)
    return {
      title: `The timetable of ${term_name} is published`,
      message: [`Classes a week: ${changes.length}.`, ...warning].join(' '),
    };
  return {
    title:
      only !== undefined && lines.length === 1
        ? titleOf(changes[0])
        : `${lines.length} of your classes have changed`,
    message: [...listed, ...warning].join(' '),
  };
}

function titleOf(change: PlanChange | undefined): string {
  const { before = null, after = null } = change ?? {};
  if (!after) return `${before?.course_code ?? ''} is no longer held: ${spanOfClass(before)}`;
  if (!before) return `${after.course_code} is new: ${spanOfClass(after)}`;
  const isMoved = spanOfClass(before) !== spanOfClass(after);
  return `${after.course_code} ${isMoved ? 'moved to' : 'changed:'} ${spanOfClass(after)}`;
}

function lineOf({ before, after }: PlanChange): string {
  if (!before) return `${after?.course_code ?? ''}: new, ${placeOf(after)}.`;
  if (!after) return `${before.course_code}: ${placeOf(before)} is no longer held.`;
  const differences = [
    differenceOf('', spanOfClass(before), spanOfClass(after)),
    differenceOf('room ', before.room_code ?? 'none', after.room_code ?? 'none'),
    differenceOf('taught by ', before.faculty_name ?? 'nobody', after.faculty_name ?? 'nobody'),
    differenceOf('', before.entry_type, after.entry_type),
    differenceOf('course ', before.course_code, after.course_code),
  ].filter((text) => text !== '');
  return `${after.course_code}: ${differences.join(', ')}.`;
}

const differenceOf = (what: string, before: string, after: string) =>
  before === after ? '' : `${what}${before} → ${after}`;

const placeOf = (row: EntryRow | null) =>
  [spanOfClass(row), row?.room_code, row?.faculty_name].filter((part) => part).join(', ');

const DAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

/** "Mon, 10:00 to 11:00, week A, 2026-10-01 to 2026-10-30" */
export function spanOfClass(
  row: EntryRow | null | undefined,
  at?: { start_time: string; end_time: string },
): string {
  if (!row) return '';
  const { start_time, end_time } = at ?? {
    start_time: clockTime(row.start_minute),
    end_time: clockTime(row.end_minute),
  };
  const dates = [row.starts_on && `from ${row.starts_on}`, row.ends_on && `until ${row.ends_on}`];
  return [
    DAYS[row.day_of_week - 1],
    `${start_time} to ${end_time}`,
    row.weeks === 'every' ? null : `week ${row.weeks.toUpperCase()}`,
    ...dates,
  ]
    .filter((part) => part)
    .join(', ');
}

/** Each pair of a class that is new or moved and another at the same moment, with the students of both. */
async function findClashing(
  tx: SqlTx,
  { added, changed }: RowsDiff,
): Promise<{ text: string; people: ReadonlySet<string> }[]> {
  const moved = [...added, ...changed.map(({ after }) => after)];
  if (moved.length === 0) return [];
  const { rows: pairs } = await tx.query<{ moved_id: string; other_id: string; people: string[] }>(CLASHING, [
    moved.map(({ course_id }) => course_id),
  ]);
  const courses = new Set(pairs.map(({ other_id }) => other_id));
  const { rows: others } = await tx.query<EntryRow>(
    `SELECT ${ENTRY_COLUMNS} ${ENTRY_FROM} WHERE entry.state = 'published' AND entry.course_id = ANY ($1::uuid[])`,
    [[...courses]],
  );
  const told = new Set<string>();
  return moved.flatMap((row) => {
    const slot = slotOfRow(row);
    return others.flatMap((other) => {
      const own = slotOfRow(other);
      const pair = pairs.find(
        ({ moved_id, other_id }) => moved_id === row.course_id && other_id === other.course_id,
      );
      const key = [row.entry_id, other.entry_id].sort().join(' ');
      if (!slot || !own || !pair || told.has(key) || !overlaps(slot, own)) return [];
      told.add(key);
      const text = `${row.course_code} and ${other.course_code}, ${spanOfClass(row)}`;
      return { text, people: new Set(pair.people) };
    });
  });
}

const CLASHING = `
  SELECT own.course_id AS moved_id, other.course_id AS other_id, array_agg(own.student_id) AS people
  FROM enrollment AS own
  JOIN enrollment AS other ON other.student_id = own.student_id AND other.course_id <> own.course_id
    AND other.status = 'enrolled'
  WHERE own.status = 'enrolled' AND own.course_id = ANY ($1::uuid[]) GROUP BY 1, 2`;
