import * as z from 'zod/mini';

const instant = z.string().check(z.meta({ format: 'date-time' }));
const Course = z.object({ id: z.string(), code: z.string(), name: z.string() });

/** A class that was held and whose attendance is not taken, or not of everybody. */
export const NotTaken = z.object({
  /** `null`: nobody has opened it. */
  session_id: z.nullable(z.string()),
  entry_id: z.nullable(z.string()),
  /** The day it was planned for; `date` is the day it was held. */
  day: z.string(),
  date: z.string(),
  start_time: z.string(),
  end_time: z.string(),
  course: Course,
  faculty: z.nullable(z.object({ id: z.string(), name: z.string() })),
  /** How many students have no mark, of how many. */
  unmarked: z.int(),
  students: z.int(),
});
export type NotTaken = z.infer<typeof NotTaken>;

/** `GET /api/attendance/reports/not-taken`: the newest first, at most 500. */
export const NotTakenList = z.object({ from: z.string(), to: z.string(), items: z.array(NotTaken) });
export type NotTakenList = z.infer<typeof NotTakenList>;

export const AtRiskRule = z.enum(['percentage', 'consecutive']);
export type AtRiskRule = z.infer<typeof AtRiskRule>;

/** A student who is below the line in a course, or has missed several of its classes in a row. */
export const AtRisk = z.object({
  id: z.string(),
  student: z.object({ id: z.string(), name: z.string(), register_no: z.nullable(z.string()) }),
  course: Course,
  present: z.int(),
  late: z.int(),
  excused: z.int(),
  absent: z.int(),
  /** 0 to 100, of the classes that count; `null` while none does. */
  percentage: z.nullable(z.number()),
  absent_in_row: z.int(),
});
export type AtRisk = z.infer<typeof AtRisk>;

/** `GET /api/attendance/reports/at-risk`: the worst first. */
export const AtRiskList = z.object({
  rule: AtRiskRule,
  /** From where on one is in it: below so many per cent, or so many classes missed in a row. */
  limit_value: z.number(),
  items: z.array(AtRisk),
  next_cursor: z.nullable(z.string()),
});
export type AtRiskList = z.infer<typeof AtRiskList>;

export const ReportType = z.enum(['course', 'student', 'department']);
export type ReportType = z.infer<typeof ReportType>;
export const ReportFormat = z.enum(['csv', 'pdf']);
export type ReportFormat = z.infer<typeof ReportFormat>;

/** A report that somebody had made; its file is kept for a week. */
export const AttendanceReportView = z.object({
  id: z.string(),
  type: ReportType,
  format: ReportFormat,
  /** What it is about: the code of a course or department, or the name of a student; empty when that is gone. */
  subject: z.string(),
  date_from: z.string(),
  date_to: z.string(),
  row_count: z.int(),
  file_name: z.string(),
  requested_by: z.object({ id: z.string(), name: z.string() }),
  generated_at: instant,
  expires_at: instant,
});
export type AttendanceReportView = z.infer<typeof AttendanceReportView>;

/** `GET /api/attendance/reports`: the newest first; an administrator sees everybody's. */
export const AttendanceReportList = z.object({
  items: z.array(AttendanceReportView),
  next_cursor: z.nullable(z.string()),
});
export type AttendanceReportList = z.infer<typeof AttendanceReportList>;
