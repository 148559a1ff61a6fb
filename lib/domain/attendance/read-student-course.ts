import type { ClassOfStudent, StudentCourse } from '@/lib/contracts/http/attendance-standing';
import { prepared, type SqlTx } from '@/lib/infra/db/sql';
import type { SignedIn } from '../session/authenticate';
import { clockTime } from '../timetable/clock-time';
import { isoDate } from '../timetable/iso-date';
import { readStanding, standingIn } from './read-standing';

/**
 * Where a student stands in a course, and how it has come to that: each class whose attendance was taken, newest first. One in
 * which others have marks and this student has none is there too: unmarked is not present.
 * @throws {DomainProblem} `resource.not_found`
 */
export async function readStudentCourse(
  sql: SqlTx,
  actor: SignedIn,
  asked: { studentId: string; courseId: string; timeZone: string },
): Promise<StudentCourse> {
  const all = await readStanding(sql, actor, asked);
  const standing = standingIn(all, asked.courseId.toLowerCase());
  const { rows } = await sql.query<ClassRow>(CLASSES, [standing.course.id, all.student.id]);
  const classes = rows.map(({ start_minute, end_minute, ...row }) => ({
    ...row,
    start_time: clockTime(start_minute),
    end_time: clockTime(end_minute),
  }));
  return { student: all.student, goal: all.goal, standing, classes };
}

type ClassRow = Omit<ClassOfStudent, 'start_time' | 'end_time'> & {
  start_minute: number;
  end_minute: number;
};

const CLASSES = prepared(`
  SELECT session.id AS session_id, ${isoDate('session.held_on')} AS date, session.start_minute, session.end_minute,
    session.title, mark.status, coalesce(custom.name, '') AS custom_name, mark.points::float8 AS points,
    coalesce(mark.remark, '') AS remark
  FROM attendance_session AS session
  LEFT JOIN attendance_mark AS mark ON mark.session_id = session.id AND mark.student_id = $2
  LEFT JOIN attendance_custom_status AS custom ON custom.code = mark.custom_code
  WHERE session.course_id = $1
    AND (mark.student_id IS NOT NULL OR EXISTS (SELECT FROM attendance_mark WHERE session_id = session.id))
  ORDER BY session.held_on DESC, session.start_minute DESC, session.id DESC`);
