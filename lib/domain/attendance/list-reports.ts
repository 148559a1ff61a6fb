import type { AttendanceReportList, AttendanceReportView } from '@/lib/contracts/http/attendance-report';
import type { FileAnswer } from '@/lib/contracts/http/file-answer';
import { isUuid } from '@/lib/infra/db/is-uuid';
import { isoTime } from '@/lib/infra/db/iso-time';
import type { SqlTx } from '@/lib/infra/db/sql';
import { cursorTime, type KeysetPage, pageOfRows } from '@/lib/infra/http/keyset-cursor';
import { DomainProblem } from '../problem';
import type { SignedIn } from '../session/authenticate';
import { isoDate } from '../timetable/iso-date';

/** The reports somebody had made and that are still kept, the newest first; an administrator sees everybody's. */
export async function listReports(
  sql: SqlTx,
  reader: SignedIn,
  page: KeysetPage,
): Promise<AttendanceReportList> {
  const { rows } = await sql.query<AttendanceReportView & { cursor_at: string }>(LIST, [
    reader.userId,
    reader.role === 'admin',
    page.after?.at ?? null,
    page.after?.id ?? null,
    page.limit + 1,
  ]);
  return pageOfRows(rows, page);
}

/** @throws {DomainProblem} `resource.not_found` also for another's and for one that is no longer kept */
export async function readReport(sql: SqlTx, reader: SignedIn, id: string): Promise<AttendanceReportView> {
  const { rows } = isUuid(id)
    ? await sql.query<AttendanceReportView>(ONE, [reader.userId, reader.role === 'admin', id])
    : { rows: [] };
  if (!rows[0]) throw new DomainProblem('resource.not_found');
  return rows[0];
}

const mediaTypes: Readonly<Record<string, string>> = {
  csv: 'text/csv; charset=utf-8',
  pdf: 'application/pdf',
};

/** @throws {DomainProblem} `resource.not_found` */
export async function readReportFile(sql: SqlTx, reader: SignedIn, id: string): Promise<FileAnswer> {
  const { file_name: name, format } = await readReport(sql, reader, id);
  const { rows } = await sql.query<{ content: Buffer }>(
    'SELECT content FROM attendance_report WHERE id = $1',
    [id],
  );
  if (!rows[0]) throw new DomainProblem('resource.not_found');
  return {
    name,
    media_type: mediaTypes[format] ?? 'application/octet-stream',
    content: rows[0].content,
  };
}

const COLUMNS = `
  report.id, report.type, report.format,
  coalesce(CASE report.type
    WHEN 'course' THEN (SELECT subject.code FROM course JOIN subject ON subject.id = course.subject_id
      WHERE course.id = report.subject_id)
    WHEN 'student' THEN (SELECT name FROM app_user WHERE app_user.id = report.subject_id)
    ELSE (SELECT code FROM department WHERE department.id = report.subject_id) END, '') AS subject,
  ${isoDate('report.date_from')} AS date_from, ${isoDate('report.date_to')} AS date_to,
  report.row_count, report.file_name,
  jsonb_build_object('id', requester.id, 'name', requester.name) AS requested_by,
  ${isoTime('report.generated_at')} AS generated_at, ${isoTime('report.expires_at')} AS expires_at`;
const FROM = `
  FROM attendance_report AS report JOIN app_user AS requester ON requester.id = report.requested_by
  WHERE (report.requested_by = $1 OR $2) AND report.expires_at > now()`;

const ONE = `SELECT ${COLUMNS} ${FROM} AND report.id = $3`;

const LIST = `
  SELECT ${COLUMNS}, ${cursorTime('report.generated_at')} AS cursor_at ${FROM}
    AND ($3::timestamptz IS NULL OR (report.generated_at, report.id) < ($3, $4::uuid))
  ORDER BY report.generated_at DESC, report.id DESC
  LIMIT $5`;
