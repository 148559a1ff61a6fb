import type { MailList } from '@/lib/contracts/http/mail';
import { isoTime } from '@/lib/infra/db/iso-time';
import type { SqlTx } from '@/lib/infra/db/sql';
import { cursorTime, type KeysetPage } from '@/lib/infra/http/keyset-cursor';

/** The mail there is, newest first. */
export async function listMail(sql: SqlTx, page: KeysetPage): Promise<MailList> {
  const { rows } = await sql.query<MailList['items'][number] & { cursor_at: string }>(LIST, [
    page.after?.at ?? null,
    page.after?.id ?? null,
    page.limit + 1,
  ]);
  const shown = rows.slice(0, page.limit);
  const last = shown.at(-1);
  return {
    items: shown.map(({ cursor_at: _at, ...item }) => item),
    next_cursor: rows.length > page.limit && last ? page.cursorAt({ at: last.cursor_at, id: last.id }) : null,
  };
}

const LIST = `
  SELECT id, to_address AS "to", subject, coalesce(body, '') AS text, ${isoTime('created_at')} AS created_at,
    ${cursorTime('created_at')} AS cursor_at
  FROM mail
  WHERE $1::timestamptz IS NULL OR (created_at, id) < ($1, $2::uuid)
  ORDER BY created_at DESC, id DESC
  LIMIT $3`;
