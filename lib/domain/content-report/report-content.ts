import type { ReportSubjectKind } from '@/lib/contracts/http/content-report';
import { isUuid } from '@/lib/infra/db/is-uuid';
import type { SqlTx } from '@/lib/infra/db/sql';
import type { EventfulTx } from '@/lib/infra/outbox/unit-of-work';
import { tellPeople } from '../notification/tell-people';
import { reportNotices } from './report-notices';

/** As much of what was said as is kept with a report. */
const LONGEST_EXCERPT = 2_000;

export interface ReportedContent {
  readonly subjectKind: ReportSubjectKind;
  readonly subjectId: string;
  /** Whose faculty decides beside the administrators; `null`: they alone. */
  readonly courseId: string | null;
  /** What it says now: kept, whatever becomes of it. */
  readonly excerpt: string;
  readonly authorId: string;
  readonly reporterId: string;
  readonly reason: string;
  /** A path of the site where those who moderate may read it in its place; empty where they may not. */
  readonly contextUrl?: string;
}

/**
 * Somebody finds that a message or a contribution does not belong where it is, in the caller's transaction; that they may
 * read it, the caller has seen to. Everybody reports a thing once: again changes nothing. Whoever moderates is told with the
 * first report that is open; its author never is.
 */
export async function reportContent(tx: EventfulTx, reported: ReportedContent): Promise<void> {
  const { subjectId, courseId, authorId, reporterId, reason } = reported;
  if (!isUuid(subjectId)) return;
  const { rows } = await tx.query<{ is_first: boolean }>(INSERT, [
    reported.subjectKind,
    subjectId,
    courseId,
    [...reported.excerpt].slice(0, LONGEST_EXCERPT).join(''),
    authorId,
    reporterId,
    reason,
    reported.contextUrl ?? '',
  ]);
  if (!rows[0]?.is_first) return;
  const code = await courseCode(tx, courseId);
  await tellPeople(tx, {
    userIds: await listModerators(tx, courseId, [authorId, reporterId]),
    kind: 'moderation',
    actionUrl: '/admin/reports',
    priority: 'normal',
    write: ({ locale }) => reportNotices(locale).reported({ course: code, reason }),
  });
}

/** Who decides about what was said in a course, or, without one, anywhere. */
export async function listModerators(
  sql: SqlTx,
  courseId: string | null,
  without: readonly string[],
): Promise<string[]> {
  const { rows } = await sql.query<{ id: string }>(MODERATORS, [courseId, without]);
  return rows.map(({ id }) => id);
}

async function courseCode(sql: SqlTx, courseId: string | null): Promise<string> {
  const { rows } = await sql.query<{ code: string }>(
    'SELECT subject.code FROM course JOIN subject ON subject.id = course.subject_id WHERE course.id = $1::uuid',
    [courseId],
  );
  return rows[0]?.code ?? '';
}

const INSERT = `
  WITH earlier AS (
    SELECT count(*) FROM content_report WHERE subject_id = $2 AND status = 'open'
  )
  INSERT INTO content_report (id, subject_kind, subject_id, course_id, excerpt, author_id, reporter_id, reason, context_url)
  VALUES (gen_random_uuid(), $1, $2, $3, $4, $5, $6, $7, $8)
  ON CONFLICT (subject_id, reporter_id) DO NOTHING
  RETURNING (SELECT count FROM earlier) = 0 AS is_first`;

/** Active administrators, and who teaches the course of parameter 1; without those of parameter 2. */
const MODERATORS = `
  SELECT person.id FROM app_user AS person
  WHERE person.status = 'active' AND person.id <> ALL ($2::uuid[]) AND (person.role = 'admin' OR person.id IN (
    SELECT user_id FROM course_faculty WHERE course_id = $1::uuid))
  ORDER BY person.id`;
