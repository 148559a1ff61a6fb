import type { SqlTx } from '@/lib/infra/db/sql';
import { ENTRY_COLUMNS, ENTRY_FROM, type EntryRow } from './entry-row';
import { readPlanRows } from './plan-rows';
import type { ProposalInput } from './proposal-instance';
import type { TimetableRow } from './take-timetable';
import { readTeachingNeeds, readUnavailable } from './teaching-need';

/**
 * The draft of a timetable with the rooms, what was said of its courses, and the teachers and students who are needed
 * elsewhere too. A course needs as many seats as it offers: most timetables are made before anybody has enrolled.
 */
export async function readProposalInput(sql: SqlTx, timetable: TimetableRow): Promise<ProposalInput> {
  const draft = await readPlanRows(sql, timetable.id, 'draft');
  const { rows: others } = await sql.query<EntryRow>(
    `SELECT ${ENTRY_COLUMNS} ${ENTRY_FROM}
     WHERE entry.state = 'published' AND entry.timetable_id <> $1
       AND term.ends_on >= $2::date AND term.starts_on <= $3::date`,
    [timetable.id, timetable.term_starts_on, timetable.term_ends_on],
  );
  const { rows: rooms } = await sql.query<{ id: string; capacity: number }>(
    'SELECT id, capacity FROM room ORDER BY code, id',
  );
  const needs = await readTeachingNeeds(sql, timetable);
  const own = [...new Set([...draft, ...needs].map(({ course_id }) => course_id))];
  const all = [...new Set([...own, ...others.map(({ course_id }) => course_id)])];
  const { rows: students } = await sql.query<{ id: string; students: number }>(
    `SELECT id, greatest(capacity, (SELECT count(*)::int FROM enrollment
       WHERE course_id = course.id AND status = 'enrolled')) AS students
     FROM course WHERE id = ANY ($1::uuid[])`,
    [own],
  );
  const { rows: sets } = await sql.query<{ courses: string[] }>(
    `SELECT DISTINCT courses FROM (
       SELECT array_agg(course_id::text ORDER BY course_id) AS courses FROM enrollment
       WHERE status = 'enrolled' AND course_id = ANY ($2::uuid[]) AND student_id IN (
         SELECT student_id FROM enrollment WHERE status = 'enrolled' AND course_id = ANY ($1::uuid[]))
       GROUP BY student_id) AS of_student
     ORDER BY courses`,
    [own, all],
  );
  return {
    draft,
    others,
    rooms,
    students: new Map(students.map((row) => [row.id, row.students])),
    courseSets: sets.map(({ courses }) => courses),
    needs,
    unavailable: await readUnavailable(sql, own),
  };
}
