import type { LastChange } from '@/lib/contracts/http/announcement';
import { isoTime } from '@/lib/infra/db/iso-time';
import type { SqlTx } from '@/lib/infra/db/sql';
import { DomainProblem } from '../problem';
import type { SignedIn } from '../session/authenticate';
import { findAuthored } from './find-authored';

/**
 * Who made the newest version of an announcement, and when: for those who may change it.
 * @throws {DomainProblem} `resource.not_found`
 */
export async function readLastChange(sql: SqlTx, actor: SignedIn, id: string): Promise<LastChange> {
  if (!(await findAuthored(sql, actor, id))) throw new DomainProblem('resource.not_found');
  const { rows } = await sql.query<ChangeRow>(
    `SELECT announcement.version, ${isoTime('announcement.changed_at')} AS changed_at,
       changer.id AS changer_id, changer.name AS changer_name
     FROM announcement LEFT JOIN app_user AS changer ON changer.id = announcement.changed_by
     WHERE announcement.id = $1`,
    [id],
  );
  const row = rows[0];
  if (!row) throw new DomainProblem('resource.not_found');
  const { version, changed_at, changer_id, changer_name } = row;
  const changed_by = changer_id && changer_name ? { id: changer_id, name: changer_name } : null;
  return { version, changed_at, changed_by };
}

interface ChangeRow {
  version: number;
  changed_at: string | null;
  changer_id: string | null;
  changer_name: string | null;
}
