import type { RequestState, WantedStatus } from '@/lib/contracts/http/attendance-correction';
import { isUuid } from '@/lib/infra/db/is-uuid';
import type { SqlTx } from '@/lib/infra/db/sql';
import { DomainProblem } from '../problem';

/** A request that is about to be decided or taken back. */
export interface TakenRequest {
  readonly id: string;
  readonly session_id: string;
  readonly student_id: string;
  readonly student_name: string;
  readonly wanted_status: WantedStatus;
  readonly note: string;
  readonly state: RequestState;
}

/** Which class a request is about, so that it can be locked first. @throws {DomainProblem} `resource.not_found` */
export async function sessionOfRequest(sql: SqlTx, id: string): Promise<string> {
  const { rows } = isUuid(id)
    ? await sql.query<{ session_id: string }>('SELECT session_id FROM attendance_request WHERE id = $1', [id])
    : { rows: [] };
  if (!rows[0]) throw new DomainProblem('resource.not_found');
  return rows[0].session_id;
}

/**
 * Locks a request, after the attendance of its course: everybody locks in this order.
 * @throws {DomainProblem} `resource.not_found`, `attendance.request_over`
 */
export async function takeOpenRequest(tx: SqlTx, id: string): Promise<TakenRequest> {
  const { rows } = await tx.query<TakenRequest>(
    `SELECT request.id, request.session_id, request.student_id, student.name AS student_name, request.wanted_status,
       request.note, request.state
     FROM attendance_request AS request JOIN app_user AS student ON student.id = request.student_id
     WHERE request.id = $1 FOR NO KEY UPDATE OF request`,
    [id],
  );
  if (!rows[0]) throw new DomainProblem('resource.not_found');
  if (rows[0].state !== 'open') throw new DomainProblem('attendance.request_over');
  return rows[0];
}
