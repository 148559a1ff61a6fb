import { writeCsv } from '@/lib/infra/csv/write-csv';
import type { ReportRow } from './report-rows';

const HEADINGS = [
  'date',
  'start_time',
  'end_time',
  'course',
  'course_name',
  'title',
  'student',
  'register_no',
  'email',
  'status',
  'custom_code',
  'points',
  'remark',
  'source',
  'marked_by',
  'marked_at',
] as const satisfies readonly (keyof ReportRow)[];

/** Marks as CSV with headings; `marked_at` is UTC. Cells that a spreadsheet would take for a formula are quoted as text. */
export const reportCsv = (rows: readonly ReportRow[]): Buffer => Buffer.from(writeCsv(rows, HEADINGS));
