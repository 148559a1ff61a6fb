import { v7 as uuidv7 } from 'uuid';
import type { AttendanceReportView, ReportFormat } from '@/lib/contracts/http/attendance-report';
import type { MakeReport } from '@/lib/contracts/http/attendance-report-requests';
import type { Database } from '@/lib/infra/db/database';
import type { UnitOfWork } from '@/lib/infra/outbox/unit-of-work';
import { DomainProblem } from '../problem';
import type { SignedIn } from '../session/authenticate';
import { readReport } from './list-reports';
import { reportCsv } from './report-csv';
import { reportPdf } from './report-pdf';
import { type ReportRow, readReportRows, readSubject } from './report-rows';

/** What is more is asked for in parts. */
const MOST_ROWS: Readonly<Record<ReportFormat, number>> = { csv: 200_000, pdf: 5_000 };
const KEPT_MS = 7 * 24 * 3_600_000;

/**
 * Makes a report of all marks of a course, a student or a department between two dates. Its file is kept for a week.
 * @throws {DomainProblem} `resource.not_found`, `auth.forbidden`, `attendance.report_too_long`
 */
export async function makeReport(
  services: { unitOfWork: UnitOfWork; database: Database },
  request: { actor: SignedIn; correlationId: string; given: MakeReport },
): Promise<AttendanceReportView> {
  const { actor, correlationId, given } = request;
  const { sql } = services.database;
  const subject = await readSubject(sql, actor, given);
  const most = MOST_ROWS[given.format];
  const rows = await readReportRows(sql, actor, { given, limit: most + 1 });
  if (rows.length > most)
    throw new DomainProblem('attendance.report_too_long', { detail: `At most ${most} marks` });
  // It is drawn outside of the transaction: that would hold a connection for seconds.
  const content = await write[given.format](rows, { actor, given, subject });
  const id = uuidv7();
  const [generatedAt, expiresAt] = [new Date(), new Date(Date.now() + KEPT_MS)];
  return services.unitOfWork.run({ correlationId }, async (tx) => {
    await tx.query(
      `INSERT INTO attendance_report (id, type, format, subject_id, date_from, date_to, row_count, file_name, content,
         requested_by, generated_at, expires_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
      [
        id,
        given.type,
        given.format,
        given.subject_id,
        given.date_from,
        given.date_to,
        rows.length,
        fileName(given, subject),
        content,
        actor.userId,
        generatedAt,
        expiresAt,
      ],
    );
    tx.publish('ATTENDANCE_REPORT_GENERATED', {
      report_id: id,
      report_type: given.type,
      format: given.format,
      course_id: given.type === 'course' ? given.subject_id : '',
      student_id: given.type === 'student' ? given.subject_id : '',
      department_id: given.type === 'department' ? given.subject_id : '',
      date_from: given.date_from,
      date_to: given.date_to,
      row_count: rows.length,
      download_url: `/api/attendance/reports/${id}/file`,
      requested_by: actor.userId,
      generated_at: generatedAt.toISOString(),
      expires_at: expiresAt.toISOString(),
    });
    return readReport(tx, actor, id);
  });
}

type Writer = (
  rows: readonly ReportRow[],
  about: { actor: SignedIn; given: MakeReport; subject: string },
) => Promise<Buffer>;

const write: Readonly<Record<ReportFormat, Writer>> = {
  csv: async (rows) => reportCsv(rows),
  pdf: (rows, { actor, given, subject }) =>
    reportPdf(rows, {
      type: given.type,
      subject,
      dateFrom: given.date_from,
      dateTo: given.date_to,
      locale: actor.locale,
    }),
};

/** `attendance-CS204-2026-09-01-2026-12-18.csv` */
const fileName = ({ date_from, date_to, format }: MakeReport, subject: string) =>
  `attendance-${subject.replaceAll(/[^\p{L}\p{N}]+/gu, '-')}-${date_from}-${date_to}.${format}`;
