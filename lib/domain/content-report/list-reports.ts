import type { ContentReportList, ContentReportView } from '@/lib/contracts/http/content-report';
import { isUuid } from '@/lib/infra/db/is-uuid';
import { isoTime } from '@/lib/infra/db/iso-time';
import type { SqlTx } from '@/lib/infra/db/sql';
import { cursorTime, type KeysetPage, pageOfRows } from '@/lib/infra/http/keyset-cursor';
import { DomainProblem } from '../problem';
import type { SignedIn } from '../session/authenticate';

/** The reports somebody may decide, the newest first: administrators all, faculty those of what they teach. */
export async function listReports(
  sql: SqlTx,
  reader: SignedIn,
  page: KeysetPage & { open?: boolean | undefined },
): Promise<ContentReportList> {
  const { rows } = await sql.query<ContentReportView & { cursor_at: string }>(LIST, [
    reader.userId,
    reader.role,
    page.open ?? null,
    page.after?.at ?? null,
    page.after?.id ?? null,
    page.limit + 1,
  ]);
  return pageOfRows(rows, page);
}

/** @throws {DomainProblem} `resource.not_found` also for one that is not theirs to decide */
export async function readReport(sql: SqlTx, reader: SignedIn, id: string): Promise<ContentReportView> {
  const { rows } = isUuid(id)
    ? await sql.query<ContentReportView>(`SELECT ${COLUMNS} ${FROM} WHERE ${MAY_DECIDE} AND report.id = $3`, [
        reader.userId,
        reader.role,
        id,
      ])
    : { rows: [] };
  if (!rows[0]) throw new DomainProblem('resource.not_found');
  return rows[0];
}

const person = (table: string) => `jsonb_build_object('id', ${table}.id, 'name', ${table}.name)`;

const COLUMNS = `
  report.id, report.subject_kind, report.subject_id,
  CASE WHEN course.id IS NOT NULL THEN
    jsonb_build_object('id', course.id, 'code', subject.code, 'name', subject.name) END AS course,
  report.excerpt, ${person('author')} AS author, ${person('reporter')} AS reporter, report.reason, report.status,
  report.resolution, CASE WHEN decider.id IS NOT NULL THEN ${person('decider')} END AS resolved_by,
  report.context_url, ${isoTime('report.created_at')} AS created_at, ${isoTime('report.resolved_at')} AS resolved_at`;

const FROM = `
  FROM content_report AS report
  JOIN app_user AS author ON author.id = report.author_id
  JOIN app_user AS reporter ON reporter.id = report.reporter_id
  LEFT JOIN app_user AS decider ON decider.id = report.resolved_by
  LEFT JOIN course ON course.id = report.course_id
  LEFT JOIN subject ON subject.id = course.subject_id`;

/** SQL: nobody decides about their own words. */
const MAY_DECIDE = `(report.author_id <> $1::uuid AND ($2 = 'admin' OR EXISTS (
  SELECT 1 FROM course_faculty WHERE course_id = report.course_id AND user_id = $1::uuid)))`;

const LIST = `
  SELECT ${COLUMNS}, ${cursorTime('report.created_at')} AS cursor_at
  ${FROM}
  WHERE ${MAY_DECIDE} AND ($3::boolean IS NULL OR (report.status = 'open') = $3)
    AND ($4::timestamptz IS NULL OR (report.created_at, report.id) < ($4, $5::uuid))
  ORDER BY report.created_at DESC, report.id DESC
  LIMIT $6`;
