import type { MailList } from '@/lib/contracts/http/mail';
import { isoTime } from '@/lib/infra/db/iso-time';
import type { SqlTx } from '@/lib/infra/db/sql';
import { cursorTime, type KeysetPage, pageOfRows } from '@/lib/infra/http/keyset-cursor';

/** The mail there is, newest first. */
export async function listMail(sql: SqlTx, page: KeysetPage): Promise<MailList> {
  const { rows } = await sql.query<MailList['items'][number] & { cursor_at: string }>(LIST, [
    page.after?.at ?? null,
    page.after?.id ?? null,
    page.limit + 1,
  ]);
  return pageOfRows(rows, page);
}

const LIST = `
  SELECT id, to_address AS "to", subject, coalesce(body, '') AS text, ${isoTime('created_at')} AS created_at,
    ${cursorTime('created_at')} AS cursor_at
  FROM mail
  WHERE $1::timestamptz IS NULL OR (created_at, id) < ($1, $2::uuid)
  ORDER BY created_at DESC, id DESC
  LIMIT $3`;
