import * as z from 'zod';
import { AtRiskRule, ReportFormat, ReportType } from './attendance-report';

/** Years that a database knows nothing of are none. */
const date = z.iso.date().refine((day) => day >= '1900-01-01', { error: 'Too long ago' });
const paging = {
  cursor: z.string().max(500).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
};

/** `GET /api/attendance/reports/not-taken`; without dates the last four weeks, at most 130 days. */
export const NotTakenQuery = z.object({
  from: date.optional(),
  to: date.optional(),
  course_id: z.uuid().optional(),
});
export type NotTakenQuery = z.output<typeof NotTakenQuery>;

const whose = { rule: AtRiskRule, course_id: z.uuid().optional(), term_id: z.uuid().optional() };
/** `GET /api/attendance/reports/at-risk` */
export const AtRiskQuery = z.object({ ...whose, ...paging });
export type AtRiskQuery = z.output<typeof AtRiskQuery>;
/** `GET /api/attendance/reports/at-risk/export` */
export const AtRiskExport = z.object(whose);

/** The longest time a report may be about, in days. */
export const MOST_DAYS = 400;
const DAY_MS = 86_400_000;

/** `POST /api/attendance/reports`: one line for each mark of the dates, both included. */
export const MakeReport = z
  .strictObject({
    type: ReportType,
    format: ReportFormat,
    /** The id of the course, the student or the department. */
    subject_id: z.uuid(),
    date_from: date,
    date_to: date,
  })
  .refine(({ date_from, date_to }) => date_from <= date_to, {
    path: ['date_to'],
    error: 'It would end before it begins',
  })
  .refine(({ date_from, date_to }) => Date.parse(date_to) - Date.parse(date_from) <= MOST_DAYS * DAY_MS, {
    path: ['date_to'],
    error: `At most ${MOST_DAYS} days`,
  });
export type MakeReport = z.output<typeof MakeReport>;

/** `GET /api/attendance/reports` */
export const ReportQuery = z.object(paging);
export type ReportQuery = z.output<typeof ReportQuery>;
