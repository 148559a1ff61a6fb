import type { FieldError } from '@/lib/contracts/http/problem';
import type { SqlTx } from '@/lib/infra/db/sql';
import { DomainProblem } from '../problem';

/** What of an account is its own, and where it belongs. */
interface Claimed {
  readonly id: string;
  readonly email: string;
  readonly register_no: string | null;
  readonly department_id: string | null;
}

/**
 * Nobody else has this email or number, and the department exists. The unique indexes have the last word when two are
 * made at the same moment.
 * @throws {DomainProblem} `request.invalid`, with each field
 */
export async function requireUnique(tx: SqlTx, claimed: Claimed): Promise<void> {
  const { rows } = await tx.query<{ email: boolean; register_no: boolean; department: boolean }>(CHECK, [
    claimed.id,
    claimed.email,
    claimed.register_no,
    claimed.department_id,
  ]);
  const errors: FieldError[] = [];
  if (rows[0]?.email) errors.push({ field: 'email', code: 'taken', message: 'Somebody else has it' });
  if (rows[0]?.register_no)
    errors.push({ field: 'register_no', code: 'taken', message: 'Somebody else has it' });
  if (rows[0]?.department)
    errors.push({ field: 'department_id', code: 'unknown', message: 'There is no such department' });
  if (errors.length > 0) throw new DomainProblem('request.invalid', { errors });
}

/** The accounts of one email are claimed one after the other, so that the second is told, not failed. */
export async function claimEmail(tx: SqlTx, email: string): Promise<void> {
  await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`account ${email}`]);
}

const CHECK = `
  SELECT EXISTS (SELECT 1 FROM app_user WHERE email = $2 AND id <> $1::uuid) AS email,
    EXISTS (SELECT 1 FROM app_user WHERE register_no = $3::bigint AND id <> $1::uuid) AS register_no,
    $4::uuid IS NOT NULL AND NOT EXISTS (SELECT 1 FROM department WHERE id = $4::uuid) AS department`;
