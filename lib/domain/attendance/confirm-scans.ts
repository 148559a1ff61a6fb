import * as z from 'zod';
import type { ScanResult, ScanRow } from '@/lib/contracts/http/attendance-import';
import { isUuid } from '@/lib/infra/db/is-uuid';
import type { SqlTx } from '@/lib/infra/db/sql';
import type { EventfulTx, UnitOfWork } from '@/lib/infra/outbox/unit-of-work';
import { DomainProblem } from '../problem';
import type { SignedIn } from '../session/authenticate';
import { requireImportCourse } from './import-course';
import { lockAttendance } from './lock-attendance';
import { ensureSession } from './open-session';
import { groupByClass, type PlannedScan, planScans } from './plan-scans';
import { FileScan } from './read-scan-csv';
import { recordMarks } from './record-marks';
import { lockSession } from './take-session';

interface Request {
  readonly actor: SignedIn;
  readonly correlationId: string;
  readonly timeZone: string;
}

/**
 * Makes the marks that a dry run has shown, all of them or none: the file is compared again, and must give the same.
 * @throws {DomainProblem} `resource.not_found` for another's or an old one, `import.has_errors`, `import.outdated` when
 * classes or marks have changed since, `import.done`
 */
export async function confirmScans(
  unitOfWork: UnitOfWork,
  request: Request & { id: string; digest: string },
): Promise<ScanResult> {
  const { actor, correlationId, timeZone, id, digest } = request;
  if (!isUuid(id)) throw new DomainProblem('resource.not_found');
  return unitOfWork.run({ correlationId }, async (tx) => {
    const stored = await takeImport(tx, actor, id);
    await requireImportCourse(tx, actor, stored.course_id);
    if (stored.confirmed_at !== null) throw new DomainProblem('import.done');
    if (stored.error_count > 0) throw new DomainProblem('import.has_errors');
    await lockAttendance(tx, stored.course_id);
    const scans = z.parse(z.array(FileScan), stored.rows);
    const plan = await planScans(tx, { actor, courseId: stored.course_id, scans, timeZone });
    if (digest !== stored.digest || plan.digest !== digest) throw new DomainProblem('import.outdated');
    const classes = groupByClass(plan.rows);
    for (const rows of classes.values())
      await markClass(tx, rows, { actor, correlationId, timeZone, fileName: stored.file_name });
    await tx.query('UPDATE attendance_import SET confirmed_at = now() WHERE id = $1', [id]);
    const count = (kind: ScanRow['kind']) => plan.rows.filter((row) => row.kind === kind).length;
    return { created: count('create'), changed: count('change'), classes: classes.size };
  });
}

async function markClass(
  tx: EventfulTx,
  rows: readonly PlannedScan[],
  given: Request & { fileName: string },
): Promise<void> {
  const { actor, correlationId, timeZone, fileName } = given;
  const planned = rows[0]?.session;
  if (!planned) return;
  const { id, entry_id, day } = planned;
  const sessionId = id ?? (await ensureSession(tx, { entryId: entry_id ?? '', day, by: actor.userId }));
  await recordMarks(tx, {
    session: await lockSession(tx, sessionId, timeZone),
    marks: rows.flatMap(({ studentId, after }) =>
      studentId === null ? [] : [{ student_id: studentId, status: after, custom_code: '' }],
    ),
    by: actor.userId,
    source: 'import',
    reason: fileName,
    correlationId,
    bulk: 'import',
  });
}

interface StoredImport {
  course_id: string;
  file_name: string;
  rows: unknown;
  digest: string;
  error_count: number;
  confirmed_at: Date | null;
}

async function takeImport(tx: SqlTx, actor: SignedIn, id: string): Promise<StoredImport> {
  const { rows } = await tx.query<StoredImport>(
    `SELECT course_id, file_name, rows, digest, error_count, confirmed_at FROM attendance_import
     WHERE id = $1 AND created_by = $2 AND expires_at > now() FOR UPDATE`,
    [id, actor.userId],
  );
  if (!rows[0]) throw new DomainProblem('resource.not_found');
  return rows[0];
}
