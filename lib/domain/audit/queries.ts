import type { UnmaskingList } from '@/lib/contracts/http/event-desk';
import { isoTime } from '@/lib/infra/db/iso-time';
import type { SqlTx } from '@/lib/infra/db/sql';
import { cursorTime, type KeysetPage, pageOfRows } from '@/lib/infra/http/keyset-cursor';

/** Who looked behind the masks, newest first. The names are the lookers': they are who answers for it. */
export async function listUnmaskings(sql: SqlTx, page: KeysetPage): Promise<UnmaskingList> {
  const { rows } = await sql.query<UnmaskingList['items'][number] & { cursor_at: string }>(LIST, [
    page.after?.at ?? null,
    page.after?.id ?? null,
    page.limit + 1,
  ]);
  return pageOfRows(rows, page);
}

const LIST = `
  SELECT entry.id, entry.subject_id AS place, entry.detail->>'reason' AS reason, entry.detail->>'event_id' AS event_id,
    entry.actor_id, coalesce(app_user.name, '') AS actor_name, entry.ip_address,
    ${isoTime('entry.created_at')} AS created_at,
    ${cursorTime('entry.created_at')} AS cursor_at
  FROM audit_entry AS entry LEFT JOIN app_user ON app_user.id = entry.actor_id
  WHERE entry.action = 'event.unmasked'
    AND ($1::timestamptz IS NULL OR (entry.created_at, entry.id) < ($1, $2::uuid))
  ORDER BY entry.created_at DESC, entry.id DESC
  LIMIT $3`;
