import type { AnnouncementList, AnnouncementView } from '@/lib/contracts/http/announcement';
import type { AnnouncementListQuery } from '@/lib/contracts/http/announcement-requests';
import { containsPattern } from '@/lib/infra/db/contains-pattern';
import { isUuid } from '@/lib/infra/db/is-uuid';
import type { SqlTx } from '@/lib/infra/db/sql';
import { cursorTime, type KeysetPage } from '@/lib/infra/http/keyset-cursor';
import { coursesWith } from '../course/queries';
import { DomainProblem } from '../problem';
import type { SignedIn } from '../session/authenticate';
import { type AnnouncementRow, columns, FROM, viewFor } from './announcement-row';
import {
  authoredBy,
  authoredByParameters,
  isPublic,
  seesAll,
  visibleTo,
  visibleToParameters,
} from './policy';

type Filter = Pick<
  AnnouncementListQuery,
  'scope' | 'status' | 'priority' | 'pinned' | 'unacknowledged' | 'course_id' | 'query'
>;

/** Which of the two lists a reader gets who does not say: administrators write, everybody else reads. */
export const scopeFor = (reader: SignedIn, scope: Filter['scope']) =>
  scope ?? (seesAll(reader) ? 'authored' : 'received');

/** By the parameters 11 and 12 of who writes, and those from 13 on of who reads. */
const inScope = {
  authored: authoredBy(11),
  received: visibleTo(13),
  readable: `${isPublic} AND (${authoredBy(11)} OR ${visibleTo(13)})`,
};

/**
 * Newest first: authored ones by when they were written, all others by when they were published. What is addressed to a
 * course only its people are told, and who wrote it: others who may read it do not learn whom else it was for.
 */
export async function listAnnouncements(
  sql: SqlTx,
  reader: SignedIn,
  page: KeysetPage & Filter,
): Promise<AnnouncementList> {
  const scope = scopeFor(reader, page.scope);
  const order = scope === 'authored' ? 'announcement.created_at' : 'announcement.published_at';
  const words = containsPattern(page.query);
  const { rows } = await sql.query<AnnouncementRow & { place: string }>(
    `SELECT ${columns(4)}, ${cursorTime(order)} AS place ${FROM}
     WHERE announcement.deleted_at IS NULL
       AND ${inScope[scope]}
       AND ($1::timestamptz IS NULL OR (${order}, announcement.id) < ($1, $2::uuid))
       AND ($5::announcement_status IS NULL OR announcement.status = $5)
       AND ($6::announcement_priority IS NULL OR announcement.priority = $6)
       AND ($7::boolean IS NULL OR (announcement.pinned_at IS NOT NULL) = $7)
       AND ($8::boolean IS DISTINCT FROM true OR (announcement.acknowledgement_required AND NOT EXISTS (
         SELECT 1 FROM announcement_acknowledgement AS own
         WHERE own.announcement_id = announcement.id AND own.user_id = $4::uuid
           AND own.revision >= announcement.announced_revision)))
       AND ($9::text IS NULL OR announcement.title ILIKE $9 OR announcement.content ILIKE $9)
       AND ($10::uuid IS NULL OR ($10 = ANY (announcement.course_ids)
         AND (${authoredBy(11)} OR $10 = ANY (${coursesWith(4)}))))
     ORDER BY ${order} DESC, announcement.id DESC LIMIT $3`,
    [
      page.after?.at ?? null,
      page.after?.id ?? null,
      page.limit + 1,
      reader.userId,
      page.status ?? null,
      page.priority ?? null,
      page.pinned ?? null,
      page.unacknowledged ?? null,
      words,
      page.course_id ?? null,
      ...authoredByParameters(reader),
      ...(scope === 'authored' ? [] : visibleToParameters(reader)),
    ],
  );
  const shown = rows.slice(0, page.limit);
  const last = shown.at(-1);
  return {
    items: shown.map(({ place: _place, ...row }) => viewFor(row, reader)),
    next_cursor: rows.length > page.limit && last ? page.cursorAt({ at: last.place, id: last.id }) : null,
  };
}

/** `null` when there is none, or none for this reader: the two must not be told apart. */
export async function findAnnouncement(
  sql: SqlTx,
  reader: SignedIn,
  id: string,
): Promise<AnnouncementView | null> {
  if (!isUuid(id)) return null;
  const { rows } = await sql.query<AnnouncementRow>(
    `SELECT ${columns(2)} ${FROM}
     WHERE announcement.id = $1 AND announcement.deleted_at IS NULL AND (${authoredBy(3)} OR ${visibleTo(5)})`,
    [id, reader.userId, ...authoredByParameters(reader), ...visibleToParameters(reader)],
  );
  return rows[0] ? viewFor(rows[0], reader) : null;
}

/** @throws {DomainProblem} `resource.not_found` where {@link findAnnouncement} finds none */
export async function readAnnouncement(sql: SqlTx, reader: SignedIn, id: string): Promise<AnnouncementView> {
  const announcement = await findAnnouncement(sql, reader, id);
  if (!announcement) throw new DomainProblem('resource.not_found');
  return announcement;
}

export async function announcementExists(sql: SqlTx, id: string): Promise<boolean> {
  if (!isUuid(id)) return false;
  const { rowCount } = await sql.query('SELECT 1 FROM announcement WHERE id = $1', [id]);
  return rowCount > 0;
}
