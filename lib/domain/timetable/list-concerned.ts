import type { SqlTx } from '@/lib/infra/db/sql';
import type { RowsDiff } from './diff-plan';
import type { EntryRow } from './entry-row';

/** A class that is new (`before` is `null`), another, or gone (`after` is `null`). */
export interface PlanChange {
  readonly before: EntryRow | null;
  readonly after: EntryRow | null;
}

/** By person: which of the changes concern them; the enrolled students, and the teachers before and after. */
export async function listConcerned(sql: SqlTx, diff: RowsDiff): Promise<Map<string, PlanChange[]>> {
  const changes: PlanChange[] = [
    ...diff.changed,
    ...diff.added.map((after) => ({ before: null, after })),
    ...diff.removed.map((before) => ({ before, after: null })),
  ];
  const courses = coursesOf(changes);
  const { rows } = await sql.query<{ student_id: string; course_id: string }>(
    `SELECT student_id, course_id FROM enrollment WHERE status = 'enrolled' AND course_id = ANY ($1::uuid[])`,
    [courses],
  );
  const studentsOf = new Map<string, string[]>(courses.map((id) => [id, []]));
  for (const { student_id, course_id } of rows) studentsOf.get(course_id)?.push(student_id);
  const concerned = new Map<string, PlanChange[]>();
  for (const change of changes) {
    const people = new Set<string>();
    for (const row of [change.before, change.after]) {
      if (!row) continue;
      for (const student of studentsOf.get(row.course_id) ?? []) people.add(student);
      if (row.faculty_id) people.add(row.faculty_id);
    }
    for (const person of people) concerned.set(person, [...(concerned.get(person) ?? []), change]);
  }
  return concerned;
}

const coursesOf = (changes: readonly PlanChange[]) => [
  ...new Set(
    changes.flatMap(({ before, after }) => [before?.course_id ?? [], after?.course_id ?? []].flat()),
  ),
];
