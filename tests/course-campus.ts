import { randomUUID } from 'node:crypto';
import type { SqlTx } from '@/lib/infra/db/sql';

export interface TestCourse {
  readonly id: string;
  readonly termId: string;
  readonly subjectId: string;
}

/** An active course in a term that is open for enrolment, or as given. */
export async function createCourseRow(
  sql: SqlTx,
  given: { capacity: number; offerHours?: number; requires?: string; termId?: string; facultyId?: string },
): Promise<TestCourse> {
  const [id, subjectId] = [randomUUID(), randomUUID()];
  const termId = given.termId ?? (await createTerm(sql));
  await sql.query('INSERT INTO subject (id, code, name, credits) VALUES ($1, $2, $2, 5)', [
    subjectId,
    `S${subjectId.slice(0, 8)}`,
  ]);
  if (given.requires)
    await sql.query('INSERT INTO subject_prerequisite VALUES ($1, $2)', [subjectId, given.requires]);
  await sql.query(
    `INSERT INTO course (id, subject_id, term_id, capacity, status, offer_hours) VALUES ($1, $2, $3, $4, 'active', $5)`,
    [id, subjectId, termId, given.capacity, given.offerHours ?? null],
  );
  if (given.facultyId)
    await sql.query('INSERT INTO course_faculty (course_id, user_id) VALUES ($1, $2)', [id, given.facultyId]);
  return { id, termId, subjectId };
}

export async function createTerm(sql: SqlTx): Promise<string> {
  const id = randomUUID();
  await sql.query(
    `INSERT INTO term (id, code, name, academic_year, starts_on, ends_on)
     VALUES ($1, $2, $2, 2026, current_date - 30, current_date + 90)`,
    [id, id.slice(0, 8)],
  );
  return id;
}
