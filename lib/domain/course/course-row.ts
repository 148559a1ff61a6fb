import { isoTime } from '@/lib/infra/db/iso-time';
import { SEATS } from './queries';

/** SQL: a course as the API shows it to the user whose id is parameter `$reader`. */
export const courseColumns = (reader: number) => `
  course.id, subject.code, subject.name, subject.description, subject.credits, course.section, course.semester,
  course.status, course.capacity, ${SEATS}, course.offer_hours, course.version,
  jsonb_build_object('id', term.id, 'code', term.code, 'name', term.name) AS term,
  CASE WHEN department.id IS NOT NULL
    THEN jsonb_build_object('id', department.id, 'code', department.code, 'name', department.name) END AS department,
  COALESCE((
    SELECT jsonb_agg(jsonb_build_object('id', person.id, 'name', person.name, 'role', teaching.role)
      ORDER BY teaching.role, person.name, person.id)
    FROM course_faculty AS teaching JOIN app_user AS person ON person.id = teaching.user_id
    WHERE teaching.course_id = course.id), '[]') AS faculty,
  COALESCE((
    SELECT jsonb_agg(jsonb_build_object('id', required.id, 'code', required.code, 'name', required.name) ORDER BY required.code)
    FROM subject_prerequisite AS needs JOIN subject AS required ON required.id = needs.required_id
    WHERE needs.subject_id = subject.id), '[]') AS prerequisites,
  (SELECT jsonb_build_object('status', own.status, 'position', ${position('own')},
     'offer_expires_at', ${isoTime('own.offer_expires_at')}, 'grade', own.grade)
   FROM enrollment AS own WHERE own.course_id = course.id AND own.student_id = $${reader}) AS own`;

export const COURSE_FROM = `
  FROM course
  JOIN subject ON subject.id = course.subject_id
  JOIN term ON term.id = course.term_id
  LEFT JOIN department ON department.id = course.department_id`;

/** SQL: the place of an enrolment in the line, from 1; null for who does not wait. */
export function position(enrollment: string): string {
  return `CASE WHEN ${enrollment}.status = 'waitlisted' THEN (
    SELECT count(*)::int FROM enrollment AS ahead
    WHERE ahead.course_id = ${enrollment}.course_id AND ahead.status = 'waitlisted'
      AND ahead.queue_no <= ${enrollment}.queue_no) END`;
}
