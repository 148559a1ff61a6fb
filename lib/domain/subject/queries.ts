import type { SubjectView } from '@/lib/contracts/http/course';
import type { SubjectListQuery } from '@/lib/contracts/http/course-requests';
import { containsPattern } from '@/lib/infra/db/contains-pattern';
import { isUuid } from '@/lib/infra/db/is-uuid';
import type { SqlTx } from '@/lib/infra/db/sql';
import type { KeysetPage } from '@/lib/infra/http/keyset-cursor';

/** The subjects, by code. */
export async function listSubjects(
  sql: SqlTx,
  page: KeysetPage & Omit<SubjectListQuery, 'cursor' | 'limit'>,
): Promise<{ items: SubjectView[]; next_cursor: string | null }> {
  const { rows } = await sql.query<SubjectView>(
    `${SELECT} WHERE ($1::text IS NULL OR (subject.code, subject.id) > ($1, $2::uuid))
       AND ($4::text IS NULL OR subject.code ILIKE $4 OR subject.name ILIKE $4)
     ORDER BY subject.code, subject.id LIMIT $3`,
    [page.after?.at ?? null, page.after?.id ?? null, page.limit + 1, containsPattern(page.query)],
  );
  const items = rows.slice(0, page.limit);
  const last = items.at(-1);
  const more = rows.length > page.limit && last;
  return { items, next_cursor: more ? page.cursorAt({ at: last.code, id: last.id }) : null };
}

export async function findSubject(sql: SqlTx, id: string): Promise<SubjectView | null> {
  if (!isUuid(id)) return null;
  const { rows } = await sql.query<SubjectView>(`${SELECT} WHERE subject.id = $1`, [id]);
  return rows[0] ?? null;
}

/** Those that have one of these ids or codes. */
export async function findSubjects(
  sql: SqlTx,
  wanted: { ids: readonly string[]; codes: readonly string[] },
): Promise<SubjectView[]> {
  const { rows } = await sql.query<SubjectView>(
    `${SELECT} WHERE subject.id = ANY ($1::uuid[]) OR subject.code = ANY ($2::text[]) ORDER BY subject.code`,
    [wanted.ids, wanted.codes],
  );
  return rows;
}

const SELECT = `
  SELECT subject.id, subject.code, subject.name, subject.description, subject.credits, subject.version,
    (SELECT count(*)::int FROM course WHERE course.subject_id = subject.id AND course.deleted_at IS NULL) AS course_count,
    CASE WHEN department.id IS NOT NULL
      THEN jsonb_build_object('id', department.id, 'code', department.code, 'name', department.name) END AS department,
    COALESCE((
      SELECT jsonb_agg(jsonb_build_object('id', required.id, 'code', required.code, 'name', required.name) ORDER BY required.code)
      FROM subject_prerequisite AS needs JOIN subject AS required ON required.id = needs.required_id
      WHERE needs.subject_id = subject.id), '[]') AS prerequisites
  FROM subject LEFT JOIN department ON department.id = subject.department_id`;
