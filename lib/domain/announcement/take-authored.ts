import type { AnnouncementView } from '@/lib/contracts/http/announcement';
import { isUuid } from '@/lib/infra/db/is-uuid';
import type { SqlTx } from '@/lib/infra/db/sql';
import { DomainProblem } from '../problem';
import type { SignedIn } from '../session/authenticate';
import { type AnnouncementRow, columns, FROM, wholeView } from './announcement-row';
import { type AuthorRights, requireAuthor } from './policy';
import { findAnnouncement } from './queries';

/**
 * An announcement its author is about to change, locked until the transaction ends: of two who change it at the same
 * moment the second sees what the first has done.
 * @throws {DomainProblem} `auth.forbidden` for who may not write or not this one, `resource.not_found`,
 * `precondition.failed` when it is not the version the author has seen
 */
export async function takeAuthored(
  tx: SqlTx,
  request: { actor: SignedIn; id: string; ifMatch?: number | undefined },
): Promise<{ announcement: AnnouncementView; rights: AuthorRights }> {
  const { actor, id, ifMatch } = request;
  const rights = await requireAuthor(tx, actor);
  const announcement = isUuid(id) ? await lockAnnouncement(tx, id, actor.userId) : null;
  if (!announcement) throw new DomainProblem('resource.not_found');
  if (!rights.anybody && announcement.created_by.id !== actor.userId) {
    const readable = await findAnnouncement(tx, actor, id);
    throw new DomainProblem(readable ? 'auth.forbidden' : 'resource.not_found');
  }
  if (ifMatch !== undefined && ifMatch !== announcement.version)
    throw new DomainProblem('precondition.failed', { current: announcement });
  return { announcement, rights };
}

/** The whole announcement, locked; `null` when it is not there or deleted. `readerId`: whose acknowledgement is shown. */
export async function lockAnnouncement(
  tx: SqlTx,
  id: string,
  readerId: string | null,
): Promise<AnnouncementView | null> {
  const { rows } = await tx.query<AnnouncementRow>(
    `SELECT ${columns(2)} ${FROM}
     WHERE announcement.id = $1 AND announcement.deleted_at IS NULL FOR UPDATE OF announcement`,
    [id, readerId],
  );
  return rows[0] ? wholeView(rows[0]) : null;
}
