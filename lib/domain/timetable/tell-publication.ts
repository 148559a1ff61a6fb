import type { SqlTx } from '@/lib/infra/db/sql';
import type { EventfulTx } from '@/lib/infra/outbox/unit-of-work';
import { type Notice, tellPeople } from '../notification/tell-people';
import type { RowsDiff } from './diff-plan';
import { ENTRY_COLUMNS, ENTRY_FROM, type EntryRow, slotOfRow } from './entry-row';
import { listConcerned, type PlanChange } from './list-concerned';
import { type TimetableTexts, timetableTexts } from './notice-texts';
import { overlaps } from './overlap';
import { spanOfClass } from './span-of-class';
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
  await tellPeople(tx, {
    userIds: [...concerned.keys()],
    write: ({ id, locale }) =>
      describePublication(timetableTexts(locale), timetable, {
        changes: concerned.get(id) ?? [],
        clashes: clashing.filter(({ people }) => people.has(id)),
      }),
    kind: 'timetable',
    priority: 'high',
    actionUrl: '/timetable',
  });
}

/** The digest of one person. */
function describePublication(
  texts: TimetableTexts,
  { term_name, published_at }: Pick<TimetableRow, 'term_name' | 'published_at'>,
  { changes, clashes }: { changes: readonly PlanChange[]; clashes: readonly Clash[] },
): Notice {
  const warning = clashes.map(({ moved, other }) =>
    texts.clash(moved.course_code, other.course_code, spanOfClass(texts, moved)),
  );
  if (published_at === null) {
    const { title, message } = texts.published(term_name, changes.length);
    return { title, message: [message, ...warning].join(' ') };
  }
  const lines = changes.slice(0, MOST_LINES).map((change) => lineOf(texts, change));
  const rest = changes.length - lines.length;
  const [only] = changes;
  return {
    title: only && changes.length === 1 ? titleOf(texts, only) : texts.manyChanged(changes.length),
    message: [...lines, ...(rest > 0 ? [texts.more(rest)] : []), ...warning].join(' '),
  };
}

function titleOf(texts: TimetableTexts, { before, after }: PlanChange): string {
  if (!after) return texts.isGone(before?.course_code ?? '', spanOfClass(texts, before));
  const span = spanOfClass(texts, after);
  if (!before) return texts.isNew(after.course_code, span);
  const isMoved = spanOfClass(texts, before) !== span;
  return isMoved ? texts.moved(after.course_code, span) : texts.changed(after.course_code, span);
}

function lineOf(texts: TimetableTexts, { before, after }: PlanChange): string {
  if (!before) return texts.newLine(after?.course_code ?? '', placeOf(texts, after));
  if (!after) return texts.goneLine(before.course_code, placeOf(texts, before));
  const { inLine, kinds, noRoom, nobody } = texts;
  const differences = [
    differenceOf('', spanOfClass(texts, before), spanOfClass(texts, after)),
    differenceOf(`${inLine.room} `, before.room_code ?? noRoom, after.room_code ?? noRoom),
    differenceOf(`${inLine.teacher} `, before.faculty_name ?? nobody, after.faculty_name ?? nobody),
    differenceOf('', kinds[before.entry_type], kinds[after.entry_type]),
    differenceOf(`${inLine.course} `, before.course_code, after.course_code),
  ].filter((text) => text !== '');
  return `${after.course_code}: ${differences.join(', ')}.`;
}

const differenceOf = (what: string, before: string, after: string) =>
  before === after ? '' : `${what}${before} → ${after}`;

const placeOf = (texts: TimetableTexts, row: EntryRow | null) =>
  [spanOfClass(texts, row), row?.room_code, row?.faculty_name].filter((part) => part).join(', ');

/** A class that is new or moved, another at the same moment, and who has both. */
interface Clash {
  readonly moved: EntryRow;
  readonly other: EntryRow;
  readonly people: ReadonlySet<string>;
}

/** Each pair of a class that is new or moved and another at the same moment, with the students of both. */
async function findClashing(tx: SqlTx, { added, changed }: RowsDiff): Promise<Clash[]> {
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
      return { moved: row, other, people: new Set(pair.people) };
    });
  });
}

const CLASHING = `
  SELECT own.course_id AS moved_id, other.course_id AS other_id, array_agg(own.student_id) AS people
  FROM enrollment AS own
  JOIN enrollment AS other ON other.student_id = own.student_id AND other.course_id <> own.course_id
    AND other.status = 'enrolled'
  WHERE own.status = 'enrolled' AND own.course_id = ANY ($1::uuid[]) GROUP BY 1, 2`;
