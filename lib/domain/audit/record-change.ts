import { v7 as uuidv7 } from 'uuid';
import type { SqlTx } from '@/lib/infra/db/sql';

/** What somebody changed, for the audit list. `before` is `null` for what is new, `after` for what is gone. */
export interface RecordedChange {
  /** What was done, `noun.verb`: `person.edited`. */
  readonly action: string;
  readonly subjectKind: string;
  readonly subjectId: string;
  /** Whole records will do: what is equal on both sides is left out. No secrets. */
  readonly before: Readonly<Record<string, unknown>> | null;
  readonly after: Readonly<Record<string, unknown>> | null;
  readonly reason?: string | undefined;
}

/**
 * Who answers for it: a signed-in user, whose session tells where from; somebody without one, by a link that was theirs alone;
 * or `null` for the clock.
 */
export type ChangeActor = { readonly userId: string; readonly sessionId: string | null } | null;

/**
 * Writes down who changed what, before and after; to be called in the transaction of the change. One statement however
 * many changes there are.
 */
export async function recordChanges(
  tx: SqlTx,
  by: { actor: ChangeActor; correlationId: string },
  changes: readonly RecordedChange[],
): Promise<void> {
  if (changes.length === 0) return;
  await tx.query(INSERT, [
    by.actor?.userId ?? null,
    by.actor?.sessionId ?? null,
    by.correlationId,
    changes.map(() => uuidv7()),
    changes.map((change) => change.action),
    changes.map((change) => change.subjectKind),
    changes.map((change) => change.subjectId),
    changes.map((change) => JSON.stringify(detailOf(change))),
  ]);
}

/** {@link recordChanges} for a single one. */
export function recordChange(
  tx: SqlTx,
  by: { actor: ChangeActor; correlationId: string },
  change: RecordedChange,
): Promise<void> {
  return recordChanges(tx, by, [change]);
}

function detailOf({ before, after, reason }: RecordedChange) {
  const differs = (name: string) => JSON.stringify(before?.[name]) !== JSON.stringify(after?.[name]);
  const differing = (side: RecordedChange['before']) =>
    side && Object.fromEntries(Object.entries(side).filter(([name]) => differs(name)));
  return { before: differing(before), after: differing(after), ...(reason ? { reason } : {}) };
}

const INSERT = `
  INSERT INTO audit_entry (id, actor_id, action, subject_kind, subject_id, detail, correlation_id, ip_address, user_agent)
  SELECT change.id, $1::uuid, change.action, change.subject_kind, change.subject_id, change.detail, $3,
    COALESCE(session.ip_address, ''), COALESCE(session.user_agent, '')
  FROM unnest($4::uuid[], $5::text[], $6::text[], $7::text[], $8::jsonb[])
    AS change (id, action, subject_kind, subject_id, detail)
  LEFT JOIN session ON session.id = $2::uuid`;
