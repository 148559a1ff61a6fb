import type { AuditList, AuditView } from '@/lib/contracts/http/audit';
import type { AuditQuery } from '@/lib/contracts/http/audit-requests';
import { escapeLike } from '@/lib/infra/db/contains-pattern';
import { isoTime } from '@/lib/infra/db/iso-time';
import type { SqlTx } from '@/lib/infra/db/sql';
import { cursorTime, type KeysetPage, pageOfRows } from '@/lib/infra/http/keyset-cursor';

/** Who changed what, before and after; newest first. */
export async function listChanges(
  sql: SqlTx,
  page: KeysetPage & Pick<AuditQuery, 'actor_id' | 'subject_id' | 'action'>,
): Promise<AuditList> {
  const { rows } = await sql.query<AuditView & { cursor_at: string }>(LIST, [
    page.actor_id ?? null,
    page.subject_id ?? null,
    page.action === undefined ? null : escapeLike(page.action),
    page.after?.at ?? null,
    page.after?.id ?? null,
    page.limit + 1,
  ]);
  return pageOfRows(rows, page);
}

const LIST = `
  SELECT entry.id, entry.action, entry.subject_kind, entry.subject_id, coalesce(subject.name, '') AS subject_name,
    entry.actor_id, coalesce(actor.name, '') AS actor_name,
    nullif(entry.detail->'before', 'null'::jsonb) AS before, nullif(entry.detail->'after', 'null'::jsonb) AS after,
    coalesce(entry.detail->>'reason', '') AS reason, entry.ip_address,
    ${isoTime('entry.created_at')} AS created_at, ${cursorTime('entry.created_at')} AS cursor_at
  FROM audit_entry AS entry
  LEFT JOIN app_user AS actor ON actor.id = entry.actor_id
  LEFT JOIN app_user AS subject
    ON subject.id = CASE WHEN entry.subject_kind = 'person' THEN entry.subject_id::uuid END
  WHERE entry.detail ? 'before'
    AND ($1::uuid IS NULL OR entry.actor_id = $1)
    AND ($2::text IS NULL OR entry.subject_id = $2)
    AND ($3::text IS NULL OR entry.action LIKE $3 OR entry.action LIKE $3 || '.%')
    AND ($4::timestamptz IS NULL OR (entry.created_at, entry.id) < ($4, $5::uuid))
  ORDER BY entry.created_at DESC, entry.id DESC
  LIMIT $6`;
