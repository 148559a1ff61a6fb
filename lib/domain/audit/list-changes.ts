import type { AuditList, AuditView } from '@/lib/contracts/http/audit';
import type { AuditQuery } from '@/lib/contracts/http/audit-requests';
import { containsPattern, escapeLike } from '@/lib/infra/db/contains-pattern';
import { isUuid } from '@/lib/infra/db/is-uuid';
import { isoTime } from '@/lib/infra/db/iso-time';
import type { SqlTx } from '@/lib/infra/db/sql';
import { cursorTime, type KeysetPage, pageOfRows } from '@/lib/infra/http/keyset-cursor';

/** Who changed what, before and after; newest first. */
export async function listChanges(
  sql: SqlTx,
  page: KeysetPage & Omit<AuditQuery, 'cursor' | 'limit'>,
): Promise<AuditList> {
  const { rows } = await sql.query<Row>(LIST, [
    page.actor_id ?? null,
    page.subject_id ?? null,
    page.action === undefined ? null : escapeLike(page.action),
    page.after?.at ?? null,
    page.after?.id ?? null,
    page.limit + 1,
    containsPattern(page.query),
    page.since ?? null,
    page.until ?? null,
  ]);
  const list = pageOfRows(rows, page);
  const ids = list.items.map((row) => [...idsIn(row.before), ...idsIn(row.after)]);
  const nameOf = await readNames(sql, [...new Set(ids.flat())]);
  const namesOf = (own: readonly string[] = []) =>
    Object.fromEntries(own.flatMap((id) => [[id, nameOf.get(id)]].filter(([, name]) => name !== undefined)));
  return { ...list, items: list.items.map((row, index) => ({ ...row, names: namesOf(ids[index]) })) };
}

type Row = Omit<AuditView, 'names'> & { cursor_at: string };

const idsIn = (side: AuditView['before']): string[] =>
  Object.values(side ?? {}).filter((value): value is string => typeof value === 'string' && isUuid(value));

async function readNames(sql: SqlTx, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql.query<{ id: string; name: string }>(
    `SELECT named.id, named.name FROM (${NAMED}) AS named WHERE named.id = ANY ($1::uuid[])`,
    [ids],
  );
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** What can be changed or pointed at, by what people call it. */
const NAMED = `
  SELECT 'person' AS kind, id, name FROM app_user
  UNION ALL SELECT 'department', id, name FROM department
  UNION ALL SELECT 'term', id, name FROM term
  UNION ALL SELECT 'subject', id, code || ' ' || name FROM subject
  UNION ALL SELECT 'course', course.id, subject.code || ' ' || subject.name || ' (' || course.section || ')'
    FROM course JOIN subject ON subject.id = course.subject_id
  UNION ALL SELECT 'room', id, code FROM room
  UNION ALL SELECT 'timetable', id, name FROM timetable
  UNION ALL SELECT 'notification_template', id, key || ' (' || locale || ')' FROM notification_template`;

const LIST = `
  SELECT entry.id, entry.action, entry.subject_kind, entry.subject_id, coalesce(subject.name, '') AS subject_name,
    entry.actor_id, coalesce(actor.name, '') AS actor_name,
    nullif(entry.detail->'before', 'null'::jsonb) AS before, nullif(entry.detail->'after', 'null'::jsonb) AS after,
    coalesce(entry.detail->>'reason', '') AS reason, entry.ip_address,
    ${isoTime('entry.created_at')} AS created_at, ${cursorTime('entry.created_at')} AS cursor_at
  FROM audit_entry AS entry
  LEFT JOIN app_user AS actor ON actor.id = entry.actor_id
  LEFT JOIN LATERAL (
    SELECT named.name FROM (${NAMED}) AS named
    WHERE named.kind = entry.subject_kind
      AND named.id = CASE WHEN entry.subject_id ~ '^[0-9a-f-]{36}$' THEN entry.subject_id::uuid END
  ) AS subject ON true
  WHERE entry.detail ? 'before'
    AND ($1::uuid IS NULL OR entry.actor_id = $1)
    AND ($2::text IS NULL OR entry.subject_id = $2)
    AND ($3::text IS NULL OR entry.action LIKE $3 OR entry.action LIKE $3 || '.%')
    AND ($4::timestamptz IS NULL OR (entry.created_at, entry.id) < ($4, $5::uuid))
    AND ($7::text IS NULL OR actor.name ILIKE $7 OR subject.name ILIKE $7)
    AND ($8::timestamptz IS NULL OR entry.created_at >= $8)
    AND ($9::timestamptz IS NULL OR entry.created_at < $9)
  ORDER BY entry.created_at DESC, entry.id DESC
  LIMIT $6`;
