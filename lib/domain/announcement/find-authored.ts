import type { AnnouncementView } from '@/lib/contracts/http/announcement';
import { isUuid } from '@/lib/infra/db/is-uuid';
import type { SqlTx } from '@/lib/infra/db/sql';
import type { SignedIn } from '../session/authenticate';
import { type AnnouncementRow, columns, FROM, wholeView } from './announcement-row';
import { authoredBy, authoredByParameters, mayAnnounce } from './policy';

/** An announcement for one who may change it, whole; `null` for everybody else, as for one that is not there. */
export async function findAuthored(
  sql: SqlTx,
  actor: SignedIn,
  id: string,
): Promise<AnnouncementView | null> {
  if (!isUuid(id) || !(await mayAnnounce(sql, actor))) return null;
  const { rows } = await sql.query<AnnouncementRow>(
    `SELECT ${columns(2)} ${FROM}
     WHERE announcement.id = $1 AND announcement.deleted_at IS NULL AND ${authoredBy(3)}`,
    [id, actor.userId, ...authoredByParameters(actor)],
  );
  return rows[0] ? wholeView(rows[0]) : null;
}
