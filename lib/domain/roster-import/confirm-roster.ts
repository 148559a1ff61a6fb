import * as z from 'zod';
import type { RosterResult, RosterRowKind } from '@/lib/contracts/http/roster-import';
import { isUuid } from '@/lib/infra/db/is-uuid';
import type { UnitOfWork } from '@/lib/infra/outbox/unit-of-work';
import { recordChange } from '../audit/record-change';
import { orOutdated } from '../person/or-outdated';
import { takeTurn } from '../person/policy';
import { DomainProblem } from '../problem';
import type { SignedIn } from '../session/authenticate';
import { applyRoster } from './apply-roster';
import { RosterRows } from './roster-rows';

/**
 * Does what a dry run has shown, all of it or nothing: it must come out the same again.
 * @throws {DomainProblem} `resource.not_found` for another's or an old one, `import.has_errors`, `import.outdated` when what it
 * was computed against has changed, `import.done`, `person.last_admin`
 */
export async function confirmRoster(
  unitOfWork: UnitOfWork,
  request: { actor: SignedIn; correlationId: string; id: string; digest: string },
): Promise<RosterResult> {
  const { actor, correlationId, id, digest } = request;
  if (!isUuid(id)) throw new DomainProblem('resource.not_found');
  const confirmation = unitOfWork.run({ correlationId }, async (tx) => {
    await takeTurn(tx);
    const { rows: found } = await tx.query<StoredImport>(
      `SELECT rows, seats, digest, error_count, confirmed_at FROM roster_import
       WHERE id = $1 AND created_by = $2 AND expires_at > now() FOR UPDATE`,
      [id, actor.userId],
    );
    const stored = found[0];
    if (!stored) throw new DomainProblem('resource.not_found');
    if (stored.confirmed_at !== null) throw new DomainProblem('import.done');
    if (stored.error_count > 0) throw new DomainProblem('import.has_errors');
    if (digest !== stored.digest) throw new DomainProblem('import.outdated');
    const rows = z.parse(RosterRows, stored.rows);
    const applied = await applyRoster(tx, { actor, correlationId, rows, seats: stored.seats });
    if (applied.digest !== digest) throw new DomainProblem('import.outdated');
    await tx.query('UPDATE roster_import SET confirmed_at = now() WHERE id = $1', [id]);
    const count = (wanted: RosterRowKind) => applied.rows.filter(({ kind }) => kind === wanted).length;
    const result = { created: count('create'), changed: count('change'), linked: count('link') };
    const change = { action: 'roster.imported', subjectKind: 'roster_import', subjectId: id };
    await recordChange(tx, request, { ...change, before: null, after: result });
    return result;
  });
  return orOutdated(confirmation);
}

interface StoredImport {
  rows: unknown;
  seats: number;
  digest: string;
  error_count: number;
  confirmed_at: Date | null;
}
