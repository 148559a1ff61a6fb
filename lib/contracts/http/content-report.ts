import * as z from 'zod/mini';

const instant = z.string().check(z.meta({ format: 'date-time' }));
const person = z.object({ id: z.string(), name: z.string() });

/** What can be reported. */
export const ReportSubjectKind = z.enum(['message', 'forum_post', 'forum_reply']);
export type ReportSubjectKind = z.infer<typeof ReportSubjectKind>;

export const ReportStatus = z.enum(['open', 'resolved', 'dismissed']);
export type ReportStatus = z.infer<typeof ReportStatus>;

/** One report, as those see it who moderate. */
export const ContentReportView = z.object({
  id: z.string(),
  subject_kind: ReportSubjectKind,
  subject_id: z.string(),
  /** Of what was said in a course. */
  course: z.nullable(z.object({ id: z.string(), code: z.string(), name: z.string() })),
  /** What it said when it was reported. */
  excerpt: z.string(),
  author: person,
  reporter: person,
  reason: z.string(),
  status: ReportStatus,
  /** What was decided, in words. */
  resolution: z.string(),
  resolved_by: z.nullable(person),
  /** A path of the site where it stands; empty where nobody may look who is not of the conversation. */
  context_url: z.string(),
  created_at: instant,
  resolved_at: z.nullable(instant),
});
export type ContentReportView = z.infer<typeof ContentReportView>;

/** `GET /api/content-reports`, the newest first. */
export const ContentReportList = z.object({
  items: z.array(ContentReportView),
  next_cursor: z.nullable(z.string()),
});
export type ContentReportList = z.infer<typeof ContentReportList>;
