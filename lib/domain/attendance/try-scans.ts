import { v7 as uuidv7 } from 'uuid';
import type { ScanPlan, ScanRow } from '@/lib/contracts/http/attendance-import';
import type { ImportScans } from '@/lib/contracts/http/attendance-import-requests';
import type { UnitOfWork } from '@/lib/infra/outbox/unit-of-work';
import type { SignedIn } from '../session/authenticate';
import { requireImportCourse } from './import-course';
import { groupByClass, type PlannedScan, planScans } from './plan-scans';
import { readScanCsv } from './read-scan-csv';

const SHOWN_OF_A_KIND = 200;
const GOOD_FOR_MS = 30 * 60_000;
const kinds = ['error', 'change', 'create', 'unchanged'] as const;

interface Request {
  readonly actor: SignedIn;
  readonly correlationId: string;
  readonly timeZone: string;
}

/**
 * Reads a file of scans and says which marks it would make, row by row. Only the file itself is kept, for half an hour.
 * @throws {DomainProblem} `resource.not_found` for a course that is not the actor's, `request.invalid` for a file that
 * cannot be read
 */
export async function tryScans(
  unitOfWork: UnitOfWork,
  request: Request & { file: ImportScans },
): Promise<ScanPlan> {
  const { actor, correlationId, timeZone, file } = request;
  const scans = readScanCsv(file.content);
  return unitOfWork.run({ correlationId }, async (tx) => {
    await requireImportCourse(tx, actor, file.course_id);
    const plan = await planScans(tx, { actor, courseId: file.course_id, scans, timeZone });
    const [id, expiresAt] = [uuidv7(), new Date(Date.now() + GOOD_FOR_MS)];
    const of = (kind: ScanRow['kind']) => plan.rows.filter((row) => row.kind === kind);
    const counts = {
      create: of('create').length,
      change: of('change').length,
      unchanged: of('unchanged').length,
      error: of('error').length,
    };
    await tx.query('DELETE FROM attendance_import WHERE expires_at < now()');
    await tx.query(
      `INSERT INTO attendance_import (id, course_id, created_by, file_name, rows, digest, error_count, expires_at)
       VALUES ($1, $2, $3, $4, $5::jsonb, $6, $7, $8)`,
      [
        id,
        file.course_id,
        actor.userId,
        file.file_name,
        JSON.stringify(scans),
        plan.digest,
        counts.error,
        expiresAt,
      ],
    );
    return {
      id,
      digest: plan.digest,
      expires_at: expiresAt.toISOString(),
      counts,
      classes: groupByClass(plan.rows).size,
      rows: kinds.flatMap((kind) => of(kind).slice(0, SHOWN_OF_A_KIND).map(shownRow)),
    };
  });
}

const shownRow = ({
  studentId: _student,
  session: _session,
  version: _version,
  ...row
}: PlannedScan): ScanRow => row;
