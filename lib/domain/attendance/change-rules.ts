import type { AttendanceRulesView } from '@/lib/contracts/http/attendance-rules';
import type { WriteAttendanceRules } from '@/lib/contracts/http/attendance-rules-requests';
import type { SqlTx } from '@/lib/infra/db/sql';
import { type ChangeActor, recordChange } from '../audit/record-change';
import { DomainProblem } from '../problem';
import { RULES_SETTING, readVersionedRules } from './rules';

/**
 * Judges by other rules from now on. Points of marks that are given stay as they were; who stands below a line is judged
 * anew with the next mark.
 * @throws {DomainProblem} `precondition.failed` with what another has saved
 */
export async function changeRules(
  tx: SqlTx,
  by: { actor: ChangeActor; correlationId: string; ifMatch: number },
  rules: WriteAttendanceRules,
): Promise<AttendanceRulesView> {
  // Of a row that may not be there yet no lock can be had.
  await tx.query(LOCK, [RULES_SETTING]);
  const before = await readVersionedRules(tx);
  if (by.ifMatch !== before.version) throw new DomainProblem('precondition.failed', { current: before });
  const after = { ...rules, version: before.version + 1 };
  await tx.query(WRITE, [RULES_SETTING, JSON.stringify(after), by.actor?.userId ?? null]);
  const { version: _version, ...old } = before;
  const change = { action: 'attendance.rules_changed', subjectKind: 'setting', subjectId: RULES_SETTING };
  await recordChange(tx, by, { ...change, before: old, after: rules });
  return after;
}

const LOCK = 'SELECT pg_advisory_xact_lock(hashtextextended($1::text, 0))';

const WRITE = `
  INSERT INTO setting (name, value, updated_by) VALUES ($1, $2::jsonb, $3)
  ON CONFLICT (name) DO UPDATE SET value = excluded.value, updated_by = excluded.updated_by, updated_at = now()`;
