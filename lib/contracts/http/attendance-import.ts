import * as z from 'zod/mini';
import { AttendanceStatus } from './attendance';

/** What an import takes from a file; a column is known by its heading. */
export const ScanColumn = z.enum(['student', 'scanned_at', 'status']);
export type ScanColumn = z.infer<typeof ScanColumn>;

/** What an import would do with one row of the file. */
export const ScanRow = z.object({
  /** Its line in the file as records are counted, the heading being 1. */
  row: z.int(),
  /** As the file names them: by email or register number. */
  student: z.string(),
  /** Who that is; empty: nobody that is known. */
  name: z.string(),
  kind: z.enum(['create', 'change', 'unchanged', 'error']),
  /** The class that it falls into, the university's local time; `null`: none. */
  held: z.nullable(z.object({ date: z.string(), start_time: z.string() })),
  before: z.nullable(AttendanceStatus),
  after: z.nullable(AttendanceStatus),
  /** What is wrong, by column, and what the file says there. */
  problems: z.array(z.object({ field: ScanColumn, code: z.string(), value: z.string() })),
});
export type ScanRow = z.infer<typeof ScanRow>;

/** `POST /api/attendance/imports`: the dry run. Nothing of it is written until it is confirmed as it is. */
export const ScanPlan = z.object({
  id: z.string(),
  digest: z.string(),
  expires_at: z.string(),
  counts: z.object({ create: z.int(), change: z.int(), unchanged: z.int(), error: z.int() }),
  /** How many classes it would mark. */
  classes: z.int(),
  /** Of each kind the first 200. */
  rows: z.array(ScanRow),
});
export type ScanPlan = z.infer<typeof ScanPlan>;

/** `POST /api/attendance/imports/{id}/confirm` */
export const ScanResult = z.object({ created: z.int(), changed: z.int(), classes: z.int() });
export type ScanResult = z.infer<typeof ScanResult>;
