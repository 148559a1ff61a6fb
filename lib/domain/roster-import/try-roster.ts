import { v7 as uuidv7 } from 'uuid';
import {
  type RosterCounts,
  RosterPart,
  type RosterPlan,
  type RosterRow,
  RosterRowKind,
} from '@/lib/contracts/http/roster-import';
import type { ImportRoster } from '@/lib/contracts/http/roster-import-requests';
import { tryOut } from '@/lib/infra/outbox/try-out';
import type { UnitOfWork } from '@/lib/infra/outbox/unit-of-work';
import { orOutdated } from '../person/or-outdated';
import type { SignedIn } from '../session/authenticate';
import { type Applied, applyRoster } from './apply-roster';
import { readRoster } from './read-roster';
import type { RosterRows } from './roster-rows';

const SHOWN_OF_A_KIND = 50;
const SHOWN_ERRORS = 200;
const GOOD_FOR_MS = 30 * 60_000;

/**
 * Says what OneRoster files would do, row by row, by doing it and taking it back. What was understood of them is kept for half
 * an hour.
 * @throws {DomainProblem} `request.invalid` for a file that cannot be read, `person.last_admin`, `import.outdated` when
 * somebody wrote the same at the same moment
 */
export async function tryRoster(
  unitOfWork: UnitOfWork,
  request: { actor: SignedIn; correlationId: string; roster: ImportRoster },
): Promise<RosterPlan> {
  const { actor, correlationId } = request;
  const { files, seats } = request.roster;
  const rows = readRoster(files);
  const trial = tryOut(unitOfWork, { correlationId }, async (tx) => {
    const found = await applyRoster(tx, { actor, correlationId, rows, seats });
    return { found, stays: false };
  });
  const applied = await orOutdated(trial);
  const plan = planOf(rows, applied);
  return unitOfWork.run({ correlationId }, async (tx) => {
    await tx.query('DELETE FROM roster_import WHERE expires_at < now()');
    await tx.query(
      `INSERT INTO roster_import (id, created_by, rows, seats, plan, digest, error_count, expires_at)
       VALUES ($1, $2, $3::jsonb, $4, $5::jsonb, $6, $7, $8)`,
      [
        plan.id,
        actor.userId,
        JSON.stringify(rows),
        seats,
        JSON.stringify(plan),
        plan.digest,
        applied.rows.filter(({ kind }) => kind === 'error').length,
        plan.expires_at,
      ],
    );
    return plan;
  });
}

function planOf(rows: RosterRows, applied: Applied): RosterPlan {
  const of = (part: RosterPart) => applied.rows.filter((row) => row.part === part);
  const parts = RosterPart.options.filter((part) => rows[part].length > 0);
  return {
    id: uuidv7(),
    digest: applied.digest,
    expires_at: new Date(Date.now() + GOOD_FOR_MS).toISOString(),
    parts: parts.map((part) => ({ part, counts: countsOf(of(part)) })),
    rows: parts.flatMap((part) =>
      RosterRowKind.options.flatMap((kind) =>
        of(part)
          .filter((row) => row.kind === kind)
          .slice(0, kind === 'error' ? SHOWN_ERRORS : SHOWN_OF_A_KIND),
      ),
    ),
  };
}

function countsOf(rows: readonly RosterRow[]): RosterCounts {
  const counts = { error: 0, change: 0, create: 0, link: 0, unchanged: 0, skipped: 0 };
  for (const { kind } of rows) counts[kind] += 1;
  return counts;
}
