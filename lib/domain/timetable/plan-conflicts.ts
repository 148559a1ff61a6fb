import type { PlanConflict } from '@/lib/contracts/http/plan';
import type { SqlTx } from '@/lib/infra/db/sql';
import { clockTime } from './clock-time';
import { ENTRY_COLUMNS, ENTRY_FROM, type EntryRow, slotOfRow } from './entry-row';
import { type Conflict, type ConflictSurroundings, findConflicts, type PlannedClass } from './find-conflicts';
import type { TimetableRow } from './take-timetable';
import { readUnavailable } from './teaching-need';

/** A conflict with the classes that are in it, as they are planned. */
export interface FoundConflict {
  readonly conflict: Conflict;
  readonly rows: readonly EntryRow[];
}

/**
 * What is in the way of a draft: among its own classes, and with what is published of other timetables at that time of the
 * year. With `of` only the conflicts of this entry.
 */
export async function findPlanConflicts(
  sql: SqlTx,
  timetable: TimetableRow,
  draft: readonly EntryRow[],
  of?: string,
): Promise<FoundConflict[]> {
  const focus = draft.find(({ entry_id }) => entry_id === of);
  const own = focus ? draft.filter((row) => isBeside(row, focus)) : draft;
  if (own.length === 0) return [];
  const courseIds = [...new Set((focus ? [focus] : own).map(({ course_id }) => course_id))];
  const common = await readCommon(sql, courseIds);
  const others = await readOthers(sql, timetable, { own, courseIds: [...common.keys()] });
  const unavailable = await readUnavailable(sql, courseIds);
  const surroundings = { common, unavailable, ...(await readSeats(sql, own)) };
  const rows = new Map([...others, ...own].map((row) => [row.entry_id, row]));
  const ownIds = new Set(own.map(({ entry_id }) => entry_id));
  return findConflicts(plannedOf([...rows.values()]), surroundings)
    .filter(({ entryIds }) => entryIds.some((id) => (of === undefined ? ownIds.has(id) : id === of)))
    .map((conflict) => ({
      conflict,
      // Those of this plan first.
      rows: [...conflict.entryIds]
        .sort((a, b) => Number(ownIds.has(b)) - Number(ownIds.has(a)))
        .flatMap((id) => rows.get(id) ?? []),
    }));
}

/** Nobody can be in two places, nor where they cannot be; students may have been let into both courses with a reason. */
const HARD = new Set<Conflict['kind']>(['room', 'faculty', 'unavailable']);
export const isHard = ({ conflict }: FoundConflict): boolean => HARD.has(conflict.kind);

export function conflictView(found: FoundConflict, timetableId: string): PlanConflict {
  const { conflict, rows } = found;
  const [first] = rows;
  return {
    kind: conflict.kind,
    is_hard: isHard(found),
    entry_ids: rows.filter((row) => row.timetable_id === timetableId).map(({ entry_id }) => entry_id),
    ...overlapOf(rows),
    courses: rows.map(({ course_code }) => course_code),
    who: (first && WHO[conflict.kind](first)) ?? '',
    students: 'students' in conflict ? conflict.students : null,
    seats: 'seats' in conflict ? conflict.seats : null,
  };
}

const WHO: Record<Conflict['kind'], (row: EntryRow) => string | null> = {
  room: ({ room_code }) => room_code,
  faculty: ({ faculty_name }) => faculty_name,
  students: () => '',
  capacity: ({ room_code }) => room_code,
  unavailable: ({ course_code }) => course_code,
};

/** When all of them are held. */
export const overlapOf = (rows: readonly EntryRow[]) => ({
  day_of_week: rows[0]?.day_of_week ?? 1,
  start_time: clockTime(Math.max(...rows.map(({ start_minute }) => start_minute))),
  end_time: clockTime(Math.min(...rows.map(({ end_minute }) => end_minute))),
});

const isBeside = (row: EntryRow, focus: EntryRow) =>
  row.day_of_week === focus.day_of_week &&
  row.start_minute < focus.end_minute &&
  focus.start_minute < row.end_minute;

const plannedOf = (rows: readonly EntryRow[]): PlannedClass[] =>
  rows.flatMap((row) => {
    const slot = slotOfRow(row);
    if (!slot) return [];
    return {
      entryId: row.entry_id,
      courseId: row.course_id,
      facultyId: row.faculty_id,
      roomId: row.room_id,
      slot,
    };
  });

async function readOthers(
  sql: SqlTx,
  timetable: TimetableRow,
  { own, courseIds }: { own: readonly EntryRow[]; courseIds: readonly string[] },
): Promise<EntryRow[]> {
  const { rows } = await sql.query<EntryRow>(
    `SELECT ${ENTRY_COLUMNS} ${ENTRY_FROM}
     WHERE entry.state = 'published' AND entry.timetable_id <> $1
       AND term.ends_on >= $2::date AND term.starts_on <= $3::date
       AND (entry.room_id = ANY ($4::uuid[]) OR entry.faculty_id = ANY ($5::uuid[]) OR entry.course_id = ANY ($6::uuid[]))`,
    [
      timetable.id,
      timetable.term_starts_on,
      timetable.term_ends_on,
      [...new Set(own.flatMap(({ room_id }) => room_id ?? []))],
      [...new Set(own.flatMap(({ faculty_id }) => faculty_id ?? []))],
      courseIds,
    ],
  );
  return rows;
}

/** How many students these courses share with each other course; told from both sides. */
async function readCommon(
  sql: SqlTx,
  courseIds: readonly string[],
): Promise<Map<string, Map<string, number>>> {
  const { rows } = await sql.query<{ course_id: string; other_id: string; students: number }>(
    `SELECT own.course_id, other.course_id AS other_id, count(*)::int AS students
     FROM enrollment AS own
     JOIN enrollment AS other ON other.student_id = own.student_id AND other.status = 'enrolled'
     WHERE own.status = 'enrolled' AND own.course_id = ANY ($1::uuid[]) GROUP BY 1, 2`,
    [courseIds],
  );
  const common = new Map<string, Map<string, number>>(courseIds.map((id) => [id, new Map()]));
  for (const { course_id, other_id, students } of rows) {
    for (const [a, b] of [
      [course_id, other_id],
      [other_id, course_id],
    ] as const) {
      const shared = common.get(a) ?? new Map<string, number>();
      common.set(a, shared.set(b, students));
    }
  }
  return common;
}

async function readSeats(
  sql: SqlTx,
  own: readonly EntryRow[],
): Promise<Pick<ConflictSurroundings, 'seats' | 'students'>> {
  const { rows: rooms } = await sql.query<{ id: string; capacity: number }>(
    'SELECT id, capacity FROM room WHERE id = ANY ($1::uuid[])',
    [own.flatMap(({ room_id }) => room_id ?? [])],
  );
  const { rows: courses } = await sql.query<{ id: string; students: number }>(
    `SELECT course_id AS id, count(*)::int AS students FROM enrollment
     WHERE status = 'enrolled' AND course_id = ANY ($1::uuid[]) GROUP BY course_id`,
    [own.map(({ course_id }) => course_id)],
  );
  return {
    seats: new Map(rooms.map(({ id, capacity }) => [id, capacity])),
    students: new Map(courses.map(({ id, students }) => [id, students])),
  };
}
