import type { SqlTx } from '@/lib/infra/db/sql';
import { seedCourses } from './courses';
import { demoAccounts, seedId } from './people';
import { seedTerms } from './terms';

interface SeedReport {
  /** The course's place in the term; the words of the contribution are those of {@link seedDiscussions}. */
  readonly course: number;
  readonly excerpt: string;
  readonly reason: string;
  readonly hoursAgo: number;
  readonly decided?: { readonly status: 'resolved' | 'dismissed'; readonly note: string };
}

const reports: readonly SeedReport[] = [
  { course: 0, excerpt: 'I have 14 as well.', reason: 'Gives the result away', hoursAgo: 4 },
  {
    course: 1,
    excerpt: 'May it be written on both sides?',
    reason: 'The same was asked last week',
    hoursAgo: 20,
  },
  {
    course: 0,
    excerpt: 'Now it makes sense, thank you!',
    reason: 'Not about the exercise',
    hoursAgo: 44,
    decided: { status: 'dismissed', note: 'A thank you is welcome.' },
  },
  {
    course: 2,
    excerpt: 'I have 14 as well.',
    reason: 'Copied from another course',
    hoursAgo: 70,
    decided: { status: 'resolved', note: 'The author was asked to show the steps.' },
  },
];

/** What was reported in discussions and in a conversation, open and decided. Run again it changes nothing. */
export async function seedContentReports(sql: SqlTx, now = new Date()): Promise<void> {
  const [, current] = seedTerms(now);
  const courses = seedCourses(current);
  const admin = demoAccounts[0]?.id;
  for (const { course, excerpt, reason, hoursAgo, decided } of reports)
    await sql.query(REPLY, [
      ...[courses[course]?.id, excerpt, reason, hoursAgo],
      ...[decided?.status ?? 'open', decided?.note ?? '', admin],
    ]);
  await sql.query(MESSAGE, [
    seedId('conversation lab group'),
    'A slip of the point. Mended.',
    'Sounds rude to me',
  ]);
}

/** By a fellow student, not by who wrote it. */
const REPLY = `
  INSERT INTO content_report (id, subject_kind, subject_id, course_id, excerpt, context_url, author_id, reporter_id, reason,
    status, resolution, resolved_by, created_at, resolved_at)
  SELECT md5('report ' || reply.id)::uuid, 'forum_reply', reply.id, post.course_id, reply.content,
    '/courses/' || post.course_id || '/discussion/' || post.id || '?reply=' || reply.id, reply.author_id, reporter.student_id, $3,
    $5::report_status, $6, CASE WHEN $5 <> 'open' THEN $7::uuid END, now() - make_interval(hours => $4),
    CASE WHEN $5 <> 'open' THEN now() - make_interval(hours => $4 - 2) END
  FROM forum_post AS post JOIN forum_reply AS reply ON reply.post_id = post.id
  CROSS JOIN LATERAL (SELECT student_id FROM enrollment
    WHERE course_id = post.course_id AND status = 'enrolled' AND student_id NOT IN (reply.author_id, post.author_id)
    ORDER BY md5(student_id::text) LIMIT 1) AS reporter
  WHERE post.course_id = $1::uuid AND reply.content = $2
  ORDER BY reply.created_at, reply.id LIMIT 1
  ON CONFLICT DO NOTHING`;

const MESSAGE = `
  INSERT INTO content_report (id, subject_kind, subject_id, excerpt, author_id, reporter_id, reason, created_at)
  SELECT md5('report ' || message.id)::uuid, 'message', message.id, message.text, message.sender_id, member.user_id, $3,
    now() - interval '9 hours'
  FROM message JOIN conversation_member AS member ON member.conversation_id = message.conversation_id
    AND member.user_id <> message.sender_id
  WHERE message.conversation_id = $1::uuid AND message.text = $2
  ORDER BY member.user_id LIMIT 1
  ON CONFLICT DO NOTHING`;
