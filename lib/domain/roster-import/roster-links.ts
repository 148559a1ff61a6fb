import type { RosterPart } from '@/lib/contracts/http/roster-import';
import type { SqlTx } from '@/lib/infra/db/sql';
import type { RosterRows } from './roster-rows';

export interface RosterTarget {
  readonly targetId: string;
  /** Of an enrolment, who is in the course. */
  readonly personId: string | null;
}

/** What the sourced ids of earlier imports, and of this one, are here. */
export interface RosterLinks {
  find(part: RosterPart, sourcedId: string): RosterTarget | undefined;
  /** By which sourced id something is known already. */
  sourceOf(part: RosterPart, targetId: string): string | undefined;
  add(part: RosterPart, sourcedId: string, target: RosterTarget): void;
  /** Writes what was added. */
  write(): Promise<void>;
}

/** Reads those that these rows are or name, and of what can be found by other ways all. */
export async function readLinks(tx: SqlTx, rows: RosterRows): Promise<RosterLinks> {
  const { rows: found } = await tx.query<Row>(
    `SELECT part, sourced_id, target_id, person_id FROM roster_source
     WHERE part <> 'enrollments' OR sourced_id = ANY ($1::text[])`,
    [rows.enrollments.map(({ sourcedId }) => sourcedId)],
  );
  const targets = new Map<string, RosterTarget>();
  const sources = new Map<string, string>();
  const added = new Map<string, Row>();
  const keep = ({ part, sourced_id, target_id, person_id }: Row) => {
    targets.set(`${part} ${sourced_id}`, { targetId: target_id, personId: person_id });
    sources.set(`${part} ${target_id}`, sourced_id);
  };
  for (const row of found) keep(row);
  return {
    find: (part, sourcedId) => targets.get(`${part} ${sourcedId}`),
    sourceOf: (part, targetId) => sources.get(`${part} ${targetId}`),
    add(part, sourcedId, { targetId, personId }) {
      const row = { part, sourced_id: sourcedId, target_id: targetId, person_id: personId };
      added.set(`${part} ${sourcedId}`, row);
      keep(row);
    },
    async write() {
      const all = [...added.values()];
      await tx.query(WRITE, [
        all.map(({ part }) => part),
        all.map(({ sourced_id }) => sourced_id),
        all.map(({ target_id }) => target_id),
        all.map(({ person_id }) => person_id),
      ]);
    },
  };
}

/**
 * Locks everybody whom the files name, in the order in which everybody locks: before any course, by id. What they are stays
 * so until the transaction ends. Gives their emails by their ids.
 */
export async function lockPeople(
  tx: SqlTx,
  rows: RosterRows,
  links: RosterLinks,
): Promise<ReadonlyMap<string, string>> {
  const named = [
    ...rows.users.map(({ sourcedId }) => sourcedId),
    ...rows.enrollments.map(({ userSourcedId }) => userSourcedId),
  ];
  const ids = named.flatMap((sourcedId) => links.find('users', sourcedId)?.targetId ?? []);
  const { rows: found } = await tx.query<{ id: string; email: string }>(
    `SELECT id, email FROM app_user WHERE id = ANY ($1::uuid[]) OR email = ANY ($2::text[])
     ORDER BY id FOR NO KEY UPDATE`,
    [[...new Set(ids)], rows.users.map(({ email }) => email.toLowerCase())],
  );
  return new Map(found.map(({ id, email }) => [id, email]));
}

interface Row {
  part: RosterPart;
  sourced_id: string;
  target_id: string;
  person_id: string | null;
}

const WRITE = `
  INSERT INTO roster_source (part, sourced_id, target_id, person_id)
  SELECT * FROM unnest($1::text[], $2::text[], $3::uuid[], $4::uuid[])
  ON CONFLICT (part, sourced_id) DO UPDATE SET target_id = EXCLUDED.target_id, person_id = EXCLUDED.person_id`;
