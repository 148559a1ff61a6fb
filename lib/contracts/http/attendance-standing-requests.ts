import * as z from 'zod';

/** `GET /api/attendance/standing/{student_id}/classes`: of which course. */
export const ClassesQuery = z.object({ course_id: z.string() });

/** Without a term: the one that is held now, or the next. */
export const SummaryQuery = z.object({
  term_id: z.uuid().optional(),
  department_id: z.uuid().optional(),
});
export type SummaryQuery = z.output<typeof SummaryQuery>;
