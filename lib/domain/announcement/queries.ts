import type { AnnouncementList, AnnouncementView } from '@/lib/contracts/http/announcement';
import type { SqlTx } from '@/lib/infra/db/sql';
import { cursorTime, type KeysetPage } from '@/lib/infra/http/keyset-cursor';
import type { SignedIn } from '../session/authenticate';
import { seesAll, visibleTo, visibleToParameters } from './policy';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** Newest first: an admin's by when they were written, a reader's by when they were published. */
export async function listAnnouncements(
  sql: SqlTx,
  reader: SignedIn,
  page: KeysetPage,
): Promise<AnnouncementList> {
  const order = seesAll(reader) ? 'announcement.created_at' : 'announcement.published_at';
  const { rows } = await sql.query<AnnouncementRow>(
    `SELECT ${COLUMNS}, ${cursorTime(order)} AS place ${FROM}
     WHERE ($7 OR ${visibleTo(4)})
       AND ($1::timestamptz IS NULL OR (${order}, announcement.id) < ($1, $2::uuid))
     ORDER BY ${order} DESC, announcement.id DESC LIMIT $3`,
    [
      page.after?.at ?? null,
      page.after?.id ?? null,
      page.limit + 1,
      ...visibleToParameters(reader),
      seesAll(reader),
    ],
  );
  const shown = rows.slice(0, page.limit);
  const last = shown.at(-1);
  return {
    items: shown.map((row) => viewFor(row, reader)),
    next_cursor: rows.length > page.limit && last ? page.cursorAt({ at: last.place, id: last.id }) : null,
  };
}

/** `null` when there is none, or none for this reader: the two must not be told apart. */
export async function findAnnouncement(
  sql: SqlTx,
  reader: SignedIn,
  id: string,
): Promise<AnnouncementView | null> {
  if (!UUID.test(id)) return null;
  const { rows } = await sql.query<AnnouncementRow>(
    `SELECT ${COLUMNS}, '' AS place ${FROM}
     WHERE announcement.id = $1 AND ($5 OR ${visibleTo(2)})`,
    [id, ...visibleToParameters(reader), seesAll(reader)],
  );
  return rows[0] ? viewFor(rows[0], reader) : null;
}

export async function announcementExists(sql: SqlTx, id: string): Promise<boolean> {
  if (!UUID.test(id)) return false;
  const { rowCount } = await sql.query('SELECT 1 FROM announcement WHERE id = $1', [id]);
  return rowCount > 0;
}

interface AnnouncementRow extends Omit<AnnouncementView, 'target_details' | 'created_by'> {
  place: string;
  role_names: AnnouncementView['target_details']['role_names'];
  department_ids: string[];
  user_ids: string[];
  author_id: string;
  author_name: string;
}

function viewFor(row: AnnouncementRow, reader: SignedIn): AnnouncementView {
  const { place: _place, role_names, department_ids, user_ids, author_id, author_name, ...rest } = row;
  return {
    ...rest,
    target_details: seesAll(reader)
      ? { role_names, department_ids, user_ids }
      : { role_names: [], department_ids: [], user_ids: [] },
    created_by: { id: author_id, name: author_name },
  };
}

const isoTime = (column: string) => `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

const COLUMNS = `announcement.id, announcement.title, announcement.content, announcement.priority, announcement.status,
  announcement.target_audience, announcement.role_names::text[] AS role_names,
  announcement.department_ids::text[] AS department_ids, announcement.user_ids::text[] AS user_ids,
  author.id AS author_id, author.name AS author_name, ${isoTime('announcement.created_at')} AS created_at,
  ${isoTime('announcement.published_at')} AS published_at, ${isoTime('announcement.expires_at')} AS expires_at`;

const FROM = 'FROM announcement JOIN app_user AS author ON author.id = announcement.created_by';
