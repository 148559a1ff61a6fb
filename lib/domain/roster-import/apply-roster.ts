import { createHash } from 'node:crypto';
import { RosterPart, type RosterRow } from '@/lib/contracts/http/roster-import';
import type { EventfulTx, UnitOfWork } from '@/lib/infra/outbox/unit-of-work';
import type { SignedIn } from '../session/authenticate';
import { importClasses } from './import-classes';
import { importCourses } from './import-courses';
import { importEnrollments } from './import-enrollments';
import { importOrgs } from './import-orgs';
import { importSessions } from './import-sessions';
import { importUsers } from './import-users';
import { lockPeople, readLinks } from './roster-links';
import type { RosterRows } from './roster-rows';
import type { RosterRun } from './roster-run';

/** What became of all rows, in the order of the files, and a digest: the same for the same outcome. */
export interface Applied {
  readonly rows: readonly RosterRow[];
  readonly digest: string;
}

/**
 * Writes the files, in a transaction that its caller takes back when a row has an error or nobody has confirmed it. One
 * import runs at a time.
 * @throws {DomainProblem} `person.last_admin`
 */
export async function applyRoster(
  tx: EventfulTx,
  request: { actor: SignedIn; correlationId: string; rows: RosterRows; seats: number },
): Promise<Applied> {
  await tx.query(`SELECT pg_advisory_xact_lock(hashtext('roster import'))`);
  const links = await readLinks(tx, request.rows);
  const people = await lockPeople(tx, request.rows, links);
  const run: RosterRun = {
    ...request,
    tx,
    unitOfWork: within(tx),
    links,
    people,
    told: [],
    targets: new Map(),
  };
  await importOrgs(run);
  await importSessions(run);
  await importUsers(run);
  await importCourses(run);
  await importClasses(run);
  await importEnrollments(run);
  await links.write();
  const place = (row: RosterRow) => RosterPart.options.indexOf(row.part);
  const rows = run.told.sort((one, other) => place(one) - place(other) || one.row - other.row);
  const seen = rows.map(({ part, row, kind, changes, problems, note }) => [
    part,
    row,
    kind,
    changes,
    problems,
    note,
  ]);
  return { rows, digest: createHash('sha256').update(JSON.stringify(seen)).digest('base64url') };
}

/** Functions that would have a transaction of their own do their work in this one. */
const within = (tx: EventfulTx): UnitOfWork => ({ run: (_context, work) => work(tx) });
