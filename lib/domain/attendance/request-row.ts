import type { CorrectionRequest } from '@/lib/contracts/http/attendance-correction';
import { isUuid } from '@/lib/infra/db/is-uuid';
import { isoTime } from '@/lib/infra/db/iso-time';
import type { SqlTx } from '@/lib/infra/db/sql';
import { DomainProblem } from '../problem';
import type { SignedIn } from '../session/authenticate';
import { sessionNamed } from './session-row';
import { takes } from './take-session';

/** SQL: a request as it is shown, over {@link REQUEST_FROM}. */
export const REQUEST_COLUMNS = `
  request.id, ${sessionNamed} AS session, jsonb_build_object('id', student.id, 'name', student.name) AS student,
  jsonb_build_object('status', mark.status, 'custom_code', coalesce(mark.custom_code, ''),
    'version', coalesce(mark.version, (SELECT count(*)::int FROM attendance_change AS earlier
      WHERE earlier.session_id = request.session_id AND earlier.student_id = request.student_id))) AS mark,
  request.wanted_status, request.note, request.state, request.answer,
  (SELECT jsonb_build_object('name', file.name, 'media_type', file.media_type, 'size', file.size)
    FROM attendance_request_file AS file WHERE file.request_id = request.id) AS file,
  CASE WHEN decider.id IS NOT NULL THEN jsonb_build_object('id', decider.id, 'name', decider.name) END AS decided_by,
  ${isoTime('request.decided_at')} AS decided_at, ${isoTime('request.created_at')} AS created_at`;

export const REQUEST_FROM = `
  FROM attendance_request AS request
  JOIN attendance_session AS session ON session.id = request.session_id
  JOIN course ON course.id = session.course_id AND course.deleted_at IS NULL
  JOIN subject ON subject.id = course.subject_id
  JOIN app_user AS student ON student.id = request.student_id
  LEFT JOIN app_user AS decider ON decider.id = request.decided_by
  LEFT JOIN attendance_mark AS mark ON mark.session_id = request.session_id AND mark.student_id = request.student_id`;

/** SQL: whether the reader (parameters 1: id, 2: role) may see a request: their own, or of a class they take. */
export const MAY_SEE = `(request.student_id = $1::uuid OR $2 = 'admin' OR ($2 = 'faculty' AND ${takes(1)}))`;

const ONE = `SELECT ${REQUEST_COLUMNS} ${REQUEST_FROM} WHERE ${MAY_SEE} AND request.id = $3`;

/** @throws {DomainProblem} `resource.not_found` also for what the reader may not see */
export async function readRequest(sql: SqlTx, reader: SignedIn, id: string): Promise<CorrectionRequest> {
  const { rows } = isUuid(id)
    ? await sql.query<CorrectionRequest>(ONE, [reader.userId, reader.role, id])
    : { rows: [] };
  if (!rows[0]) throw new DomainProblem('resource.not_found');
  return rows[0];
}
