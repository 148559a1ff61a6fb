import type { SqlTx } from '@/lib/infra/db/sql';
import { SITS } from '../course/queries';

/** Who is in the course of a session, by id; or those of them without a mark in it. */
export async function listStudents(
  sql: SqlTx,
  session: { readonly id: string; readonly course_id: string },
  onlyUnmarked: boolean,
): Promise<string[]> {
  const { rows } = await sql.query<{ student_id: string }>(
    `SELECT sitting.student_id FROM enrollment AS sitting
     WHERE sitting.course_id = $1 AND sitting.status IN ${SITS} AND NOT ($3 AND EXISTS (
       SELECT FROM attendance_mark WHERE session_id = $2 AND student_id = sitting.student_id))
     ORDER BY sitting.student_id`,
    [session.course_id, session.id, onlyUnmarked],
  );
  return rows.map(({ student_id }) => student_id);
}
