import { v7 as uuidv7 } from 'uuid';
import * as z from 'zod';
import type { ImportPlan, ImportResult, ImportRow } from '@/lib/contracts/http/person-import';
import type { ImportPeople } from '@/lib/contracts/http/person-import-requests';
import { isUuid } from '@/lib/infra/db/is-uuid';
import type { UnitOfWork } from '@/lib/infra/outbox/unit-of-work';
import { DomainProblem } from '../problem';
import type { SignedIn } from '../session/authenticate';
import { applyPlan } from './apply-plan';
import { orOutdated } from './or-outdated';
import { type PlannedRow, planImport } from './plan-import';
import { takeTurn } from './policy';
import { FileRow, readPeopleCsv } from './read-people-csv';

const SHOWN_OF_A_KIND = 200;
const GOOD_FOR_MS = 30 * 60_000;
const kinds = ['error', 'change', 'create', 'unchanged'] as const;

/**
 * Reads a file and says what it would do, row by row. Only the file itself is kept, for half an hour.
 * @throws {DomainProblem} `request.invalid` for a file that cannot be read
 */
export async function tryImport(
  unitOfWork: UnitOfWork,
  request: { actor: SignedIn; correlationId: string; file: ImportPeople },
): Promise<ImportPlan> {
  const { actor, correlationId, file } = request;
  const { rows, headings, mapping } = readPeopleCsv(file.content, file.mapping);
  return unitOfWork.run({ correlationId }, async (tx) => {
    const plan = await planImport(tx, rows, { actorId: actor.userId, lock: false });
    const [id, expiresAt] = [uuidv7(), new Date(Date.now() + GOOD_FOR_MS)];
    const of = (kind: ImportRow['kind']) => plan.rows.filter((row) => row.kind === kind);
    const counts = {
      create: of('create').length,
      change: of('change').length,
      unchanged: of('unchanged').length,
      error: of('error').length,
    };
    await tx.query('DELETE FROM people_import WHERE expires_at < now()');
    await tx.query(
      `INSERT INTO people_import (id, created_by, file_name, rows, digest, error_count, expires_at)
       VALUES ($1, $2, $3, $4::jsonb, $5, $6, $7)`,
      [id, actor.userId, file.file_name, JSON.stringify(rows), plan.digest, counts.error, expiresAt],
    );
    return {
      id,
      digest: plan.digest,
      expires_at: expiresAt.toISOString(),
      headings,
      mapping,
      counts,
      rows: kinds.flatMap((kind) => of(kind).slice(0, SHOWN_OF_A_KIND).map(shownRow)),
    };
  });
}

/**
 * Does what a dry run has shown, all of it or nothing: the file is compared again, and must give the same.
 * @throws {DomainProblem} `resource.not_found` for another's or an old one, `import.has_errors`, `import.outdated` when the
 * accounts have changed since, `import.done`, `person.last_admin`
 */
export async function confirmImport(
  unitOfWork: UnitOfWork,
  request: { actor: SignedIn; correlationId: string; id: string; digest: string },
): Promise<ImportResult> {
  const { actor, correlationId, id, digest } = request;
  if (!isUuid(id)) throw new DomainProblem('resource.not_found');
  const confirmation = unitOfWork.run({ correlationId }, async (tx) => {
    await takeTurn(tx);
    const { rows: found } = await tx.query<StoredImport>(
      `SELECT rows, digest, error_count, confirmed_at FROM people_import
         WHERE id = $1 AND created_by = $2 AND expires_at > now() FOR UPDATE`,
      [id, actor.userId],
    );
    const stored = found[0];
    if (!stored) throw new DomainProblem('resource.not_found');
    if (stored.confirmed_at !== null) throw new DomainProblem('import.done');
    if (stored.error_count > 0) throw new DomainProblem('import.has_errors');
    const rows = z.parse(z.array(FileRow), stored.rows);
    const plan = await planImport(tx, rows, { actorId: actor.userId, lock: true });
    if (digest !== stored.digest || plan.digest !== digest) throw new DomainProblem('import.outdated');
    const result = await applyPlan(tx, plan, { actor, correlationId });
    await tx.query('UPDATE people_import SET confirmed_at = now() WHERE id = $1', [id]);
    return result;
  });
  return orOutdated(confirmation);
}

interface StoredImport {
  rows: unknown;
  digest: string;
  error_count: number;
  confirmed_at: Date | null;
}

const shownRow = ({ row, email, kind, changes, problems }: PlannedRow): ImportRow => ({
  row,
  email,
  kind,
  changes,
  problems,
});
