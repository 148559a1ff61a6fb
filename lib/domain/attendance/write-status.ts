import type { CustomStatusView } from '@/lib/contracts/http/attendance-rules';
import type { CreateCustomStatus, WriteCustomStatus } from '@/lib/contracts/http/attendance-rules-requests';
import type { SqlTx } from '@/lib/infra/db/sql';
import { type ChangeActor, recordChange } from '../audit/record-change';
import { DomainProblem } from '../problem';

const COLUMNS = 'code, name, counts_as, points::float8 AS points, is_active, position, version';
const MOST = 50;
/** What is no code is none of the database's: it may hold what no database text can. */
const CODE = /^[a-z0-9_-]{1,40}$/;

/** The university's own statuses in their order, also those that are not offered any more. */
export async function listStatuses(sql: SqlTx): Promise<{ items: CustomStatusView[] }> {
  const { rows } = await sql.query<CustomStatusView>(
    `SELECT ${COLUMNS} FROM attendance_custom_status ORDER BY position, name, code`,
  );
  return { items: rows };
}

/** Who adds or changes it, for the audit list. */
interface By {
  readonly actor: ChangeActor;
  readonly correlationId: string;
}

const subject = (code: string) => ({ subjectKind: 'attendance_status', subjectId: code });

/** @throws {DomainProblem} `attendance.status_taken`, `attendance.too_many_statuses` */
export async function createStatus(
  tx: SqlTx,
  by: By,
  { code, ...given }: CreateCustomStatus,
): Promise<CustomStatusView> {
  const { name, counts_as, points, is_active, position } = given;
  const { rows } = await tx.query<CustomStatusView>(
    `INSERT INTO attendance_custom_status (code, name, counts_as, points, is_active, position)
     SELECT $1, $2, $3::attendance_status, $4, $5, $6
     WHERE (SELECT count(*) FROM attendance_custom_status) < ${MOST}
     ON CONFLICT (code) DO NOTHING RETURNING ${COLUMNS}`,
    [code, name, counts_as, points, is_active, position],
  );
  const created = rows[0];
  if (!created) {
    const { rowCount } = await tx.query('SELECT FROM attendance_custom_status WHERE code = $1', [code]);
    throw new DomainProblem(rowCount > 0 ? 'attendance.status_taken' : 'attendance.too_many_statuses');
  }
  await recordChange(tx, by, {
    action: 'attendance_status.created',
    ...subject(code),
    before: null,
    after: given,
  });
  return created;
}

/**
 * Changes a status; marks that have it keep the points that they were given with.
 * @throws {DomainProblem} `resource.not_found`; `precondition.failed` with what another has saved
 */
export async function editStatus(
  tx: SqlTx,
  by: By & { ifMatch: number },
  code: string,
  given: WriteCustomStatus,
): Promise<CustomStatusView> {
  const before = await takeStatus(tx, code, by.ifMatch);
  const { name, counts_as, points, is_active, position } = given;
  const { rows } = await tx.query<CustomStatusView>(
    `UPDATE attendance_custom_status SET name = $2, counts_as = $3::attendance_status, points = $4, is_active = $5,
       position = $6, version = version + 1
     WHERE code = $1 RETURNING ${COLUMNS}`,
    [code, name, counts_as, points, is_active, position],
  );
  const action = 'attendance_status.edited';
  await recordChange(tx, by, { action, ...subject(code), before: valuesOf(before), after: given });
  return rows[0] ?? before;
}

/**
 * Takes away a status that no mark has ever had; of one that is used the records would be unreadable.
 * @throws {DomainProblem} `resource.not_found`, `precondition.failed`, `attendance.status_in_use`
 */
export async function deleteStatus(
  tx: SqlTx,
  by: By & { ifMatch: number | null },
  code: string,
): Promise<void> {
  const before = await takeStatus(tx, code, by.ifMatch);
  const used = await tx.query(
    `SELECT FROM attendance_mark WHERE custom_code = $1
     UNION ALL SELECT FROM attendance_change WHERE custom_code = $1 LIMIT 1`,
    [code],
  );
  if (used.rowCount > 0) throw new DomainProblem('attendance.status_in_use');
  await tx.query('DELETE FROM attendance_custom_status WHERE code = $1', [code]);
  const action = 'attendance_status.deleted';
  await recordChange(tx, by, { action, ...subject(code), before: valuesOf(before), after: null });
}

/** The status, which nobody else changes until the transaction ends. */
async function takeStatus(tx: SqlTx, code: string, ifMatch: number | null): Promise<CustomStatusView> {
  const { rows } = CODE.test(code)
    ? await tx.query<CustomStatusView>(
        `SELECT ${COLUMNS} FROM attendance_custom_status WHERE code = $1 FOR UPDATE`,
        [code],
      )
    : { rows: [] };
  const current = rows[0];
  if (!current) throw new DomainProblem('resource.not_found');
  if (ifMatch !== null && ifMatch !== current.version)
    throw new DomainProblem('precondition.failed', { current });
  return current;
}

function valuesOf({ code: _code, version: _version, ...values }: CustomStatusView) {
  return values;
}
