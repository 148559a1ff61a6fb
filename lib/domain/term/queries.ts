import type { TermView } from '@/lib/contracts/http/course';
import { isUuid } from '@/lib/infra/db/is-uuid';
import { isoTime } from '@/lib/infra/db/iso-time';
import type { SqlTx } from '@/lib/infra/db/sql';

/** The terms, the latest first. */
export async function listTerms(sql: SqlTx): Promise<TermView[]> {
  const { rows } = await sql.query<TermView>(`${SELECT} ORDER BY starts_on DESC, code`);
  return rows;
}

export async function findTerm(sql: SqlTx, id: string): Promise<TermView | null> {
  if (!isUuid(id)) return null;
  const { rows } = await sql.query<TermView>(`${SELECT} WHERE id = $1`, [id]);
  return rows[0] ?? null;
}

const SELECT = `
  SELECT id, code, name, academic_year, to_char(starts_on, 'YYYY-MM-DD') AS starts_on,
    to_char(ends_on, 'YYYY-MM-DD') AS ends_on, ${isoTime('enrollment_opens_at')} AS enrollment_opens_at,
    ${isoTime('enrollment_closes_at')} AS enrollment_closes_at, ${isoTime('drop_closes_at')} AS drop_closes_at,
    current_date BETWEEN starts_on AND ends_on AS is_current, version,
    (SELECT count(*)::int FROM course WHERE course.term_id = term.id AND course.deleted_at IS NULL) AS course_count
  FROM term`;
