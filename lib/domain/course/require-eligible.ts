import type { SqlTx } from '@/lib/infra/db/sql';
import { DomainProblem } from '../problem';
import { listClashes } from '../timetable/queries';
import type { TakenCourse } from './take-course';

/** @throws {DomainProblem} `enrollment.closed` outside the days on which students may enrol by themselves */
export async function requireOpen(tx: SqlTx, course: TakenCourse, deed: 'enroll' | 'drop'): Promise<void> {
  const { rows } = await tx.query<{ isOpen: boolean }>(deed === 'enroll' ? MAY_ENROLL : MAY_DROP, [
    course.termId,
  ]);
  if (!rows[0]?.isOpen) throw new DomainProblem('enrollment.closed');
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
  const { rows: missing } = await tx.query<{ code: string }>(MISSING, [course.subjectId, studentId]);
  if (missing.length > 0) {
    const codes = missing.map(({ code }) => code).join(', ');
    throw new DomainProblem('enrollment.missing_prerequisite', {
      detail: `To be completed before: ${codes}`,
    });
  }
  const clashes = await listClashes(tx, { studentId, courseId: course.id });
  if (clashes.length > 0) {
    const others = clashes.map((clash) => `${clash.course_code} ${clash.start_time}-${clash.end_time}`);
    throw new DomainProblem('enrollment.clash', { detail: `At the same time: ${others.join(', ')}` });
  }
}

/** Locked, so that one student who enrols in two courses at once is judged one after the other. */
export async function takeStudent(tx: SqlTx, id: string): Promise<void> {
  const { rowCount } = await tx.query(
    `SELECT 1 FROM app_user WHERE id = $1 AND role = 'student' AND status = 'active' FOR NO KEY UPDATE`,
    [id],
  );
  if (rowCount === 0) throw new DomainProblem('enrollment.not_a_student');
}

const MAY_ENROLL = `
  SELECT COALESCE(enrollment_opens_at <= now(), true) AND COALESCE(enrollment_closes_at > now(), true) AS "isOpen"
  FROM term WHERE id = $1`;
const MAY_DROP = `SELECT COALESCE(drop_closes_at > now(), true) AS "isOpen" FROM term WHERE id = $1`;

const MISSING = `
  SELECT required.code FROM subject_prerequisite AS needs JOIN subject AS required ON required.id = needs.required_id
  WHERE needs.subject_id = $1 AND NOT EXISTS (
    SELECT 1 FROM enrollment JOIN course ON course.id = enrollment.course_id
    WHERE enrollment.student_id = $2 AND enrollment.status = 'completed' AND course.subject_id = needs.required_id)
  ORDER BY required.code`;
