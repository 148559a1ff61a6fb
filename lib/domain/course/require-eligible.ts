import type { SqlTx } from '@/lib/infra/db/sql';
import { DomainProblem } from '../problem';
import { type Clash, listClashes } from '../timetable/queries';
import type { TakenCourse } from './take-course';

/** @throws {DomainProblem} `enrollment.closed` outside the days on which students may enrol by themselves */
export async function requireOpen(tx: SqlTx, course: TakenCourse, deed: 'enroll' | 'drop'): Promise<void> {
  if (!(await isOpen(tx, course.termId, deed))) throw new DomainProblem('enrollment.closed');
}

export async function isOpen(sql: SqlTx, termId: string, deed: 'enroll' | 'drop'): Promise<boolean> {
  const { rows } = await sql.query<{ isOpen: boolean }>(deed === 'enroll' ? MAY_ENROLL : MAY_DROP, [termId]);
  return rows[0]?.isOpen ?? false;
}

/** What an administrator may allow nevertheless: subjects to be completed before, and classes at the same moment. */
export async function findObstacles(
  sql: SqlTx,
  asked: { studentId: string; courseId: string },
): Promise<{ missing: { code: string; name: string }[]; clashes: Clash[] }> {
  const { rows: missing } = await sql.query<{ code: string; name: string }>(MISSING, [
    asked.courseId,
    asked.studentId,
  ]);
  return { missing, clashes: await listClashes(sql, asked) };
}

/**
 * Whether a student may sit in a course: an active student, who has completed what it builds on, and has no class at the
 * same moment. The last two an administrator may allow.
 * @throws {DomainProblem} `enrollment.not_a_student`, `enrollment.missing_prerequisite`, `enrollment.clash`
 */
export async function requireEligible(
  tx: SqlTx,
  course: TakenCourse,
  { studentId, isAllowed }: { studentId: string; isAllowed: boolean },
): Promise<void> {
  if (isAllowed) return;
  const { missing, clashes } = await findObstacles(tx, { studentId, courseId: course.id });
  if (missing.length > 0) {
    const codes = missing.map(({ code }) => code).join(', ');
    throw new DomainProblem('enrollment.missing_prerequisite', {
      detail: `To be completed before: ${codes}`,
    });
  }
  if (clashes.length > 0) {
    const others = clashes.map((clash) => `${clash.course_code} ${clash.start_time}-${clash.end_time}`);
    throw new DomainProblem('enrollment.clash', { detail: `At the same time: ${others.join(', ')}` });
  }
}

/** Whether {@link requireEligible} refuses nobody: it builds on nothing, and is not held at any time yet. */
export async function asksForNothing(tx: SqlTx, course: TakenCourse): Promise<boolean> {
  const { rows } = await tx.query<{ isOpen: boolean }>(
    `SELECT NOT EXISTS (SELECT 1 FROM subject_prerequisite WHERE subject_id = $1)
       AND NOT EXISTS (SELECT 1 FROM timetable_entry WHERE course_id = $2 AND state = 'published') AS "isOpen"`,
    [course.subjectId, course.id],
  );
  return rows[0]?.isOpen ?? false;
}

/** Locked, so that one student who enrols in two courses at once is judged one after the other. */
export async function takeStudent(tx: SqlTx, id: string): Promise<void> {
  const taken = await takeStudents(tx, [id]);
  if (!taken.has(id)) throw new DomainProblem('enrollment.not_a_student');
}

/** The same for many, in the order in which everybody locks them; gives those who are active students. */
export async function takeStudents(tx: SqlTx, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const { rows } = await tx.query<{ id: string }>(
    `SELECT id FROM app_user WHERE id = ANY ($1::uuid[]) AND role = 'student' AND status = 'active'
     ORDER BY id FOR NO KEY UPDATE`,
    [ids],
  );
  return new Set(rows.map(({ id }) => id));
}

const MAY_ENROLL = `
  SELECT COALESCE(enrollment_opens_at <= now(), true) AND COALESCE(enrollment_closes_at > now(), true) AS "isOpen"
  FROM term WHERE id = $1`;
const MAY_DROP = `SELECT COALESCE(drop_closes_at > now(), true) AS "isOpen" FROM term WHERE id = $1`;

const MISSING = `
  SELECT required.code, required.name
  FROM subject_prerequisite AS needs JOIN subject AS required ON required.id = needs.required_id
  WHERE needs.subject_id = (SELECT subject_id FROM course WHERE id = $1) AND NOT EXISTS (
    SELECT 1 FROM enrollment JOIN course ON course.id = enrollment.course_id
    WHERE enrollment.student_id = $2 AND enrollment.status = 'completed' AND course.subject_id = needs.required_id)
  ORDER BY required.code`;
