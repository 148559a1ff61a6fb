import * as z from 'zod';
import { RosterPlan } from '@/lib/contracts/http/roster-import';
import { isUuid } from '@/lib/infra/db/is-uuid';
import type { SqlTx } from '@/lib/infra/db/sql';
import { DomainProblem } from '../problem';
import type { SignedIn } from '../session/authenticate';

/** What a dry run of one's own has shown. @throws {DomainProblem} `resource.not_found` for another's or an old one */
export async function readRosterPlan(
  sql: SqlTx,
  { actor, id }: { actor: SignedIn; id: string },
): Promise<RosterPlan> {
  const { rows } = isUuid(id)
    ? await sql.query<{ plan: unknown }>(
        'SELECT plan FROM roster_import WHERE id = $1 AND created_by = $2 AND expires_at > now()',
        [id, actor.userId],
      )
    : { rows: [] };
  if (!rows[0]) throw new DomainProblem('resource.not_found');
  return z.parse(RosterPlan, rows[0].plan);
}
