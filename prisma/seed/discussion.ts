import type { SqlTx } from '@/lib/infra/db/sql';
import { seedCourses } from './courses';
import { seedTerms } from './terms';

interface SeedThread {
  readonly title: string;
  readonly content: string;
  readonly tags: readonly string[];
  /** Days ago. */
  readonly age: number;
  readonly pinned?: boolean;
  /** The first replies; who teaches the course writes the ones that are `answers`. */
  readonly replies: readonly { readonly content: string; readonly answers?: boolean }[];
}

const threads: readonly SeedThread[] = [
  {
    title: 'What the exam is about',
    content: 'Everything up to and including week 10. You may bring **one sheet** of paper, written by hand.',
    tags: ['exam'],
    age: 9,
    pinned: true,
    replies: [{ content: 'May it be written on both sides?' }, { content: 'Yes, both.', answers: true }],
  },
  {
    title: 'Solution of exercise 3?',
    content:
      'I get a different result for part b:\n\n- with the formula of the lecture: 12\n- by hand: 14\n\nWho is right?',
    tags: ['exercises', 'week-6'],
    age: 3,
    replies: [
      { content: 'I have 14 as well.' },
      { content: '14 is right. In the formula the index begins at 0, see slide 18.', answers: true },
      { content: 'Now it makes sense, thank you!' },
    ],
  },
  {
    title: 'Study group on Thursdays',
    content: 'We meet in the library at 16:00, ground floor. Everybody is welcome.',
    tags: ['study-group'],
    age: 1,
    replies: [],
  },
];

/** A few threads in the discussion of each demo course that has people in it. Run again it changes nothing. */
export async function seedDiscussions(sql: SqlTx, now = new Date()): Promise<void> {
  const [, current] = seedTerms(now);
  const courseIds = seedCourses(current).map(({ id }) => id);
  for (const [place, thread] of threads.entries()) {
    const at = now.getTime() - thread.age * 86_400_000;
    await sql.query(POST, [
      courseIds,
      ...[`${place}`, place, thread.title, thread.content, thread.tags, new Date(at), thread.pinned ?? false],
    ]);
    for (const [index, { content, answers = false }] of thread.replies.entries())
      await sql.query(REPLY, [
        courseIds,
        ...[
          `${place}`,
          place + index + 1,
          index + 1,
          content,
          answers,
          new Date(at + (index + 1) * 3_600_000),
        ],
      ]);
    await sql.query(STATE, [courseIds, `${place}`]);
  }
}

/** SQL: the course's student of a number, and who teaches it. */
const student = (number: string) => `(SELECT student_id FROM enrollment
  WHERE course_id = course.id AND status = 'enrolled' ORDER BY md5(student_id::text) OFFSET ${number} LIMIT 1)`;
const TEACHER = '(SELECT user_id FROM course_faculty WHERE course_id = course.id ORDER BY user_id LIMIT 1)';
const POST_ID = "md5('forum ' || course.id || ' ' || $2::text)::uuid";

// Pinned ones are of staff.
const POST = `
  INSERT INTO forum_post (id, course_id, author_id, title, content, tags, created_at, active_at, pinned_at)
  SELECT ${POST_ID}, course.id, CASE WHEN $8 THEN ${TEACHER} ELSE ${student('$3::int')} END, $4, $5, $6::text[], $7, $7,
    CASE WHEN $8::boolean THEN $7::timestamptz END
  FROM course
  WHERE course.id = ANY ($1::uuid[]) AND ${TEACHER} IS NOT NULL AND ${student('6')} IS NOT NULL
  ON CONFLICT DO NOTHING`;

const REPLY = `
  INSERT INTO forum_reply (id, post_id, seq, author_id, content, created_at)
  SELECT md5('forum reply ' || post.id || ' ' || $4::int)::uuid, post.id, $4,
    CASE WHEN $6::boolean THEN ${TEACHER} ELSE ${student('$3::int')} END, $5, $7
  FROM course JOIN forum_post AS post ON post.id = ${POST_ID}
  WHERE course.id = ANY ($1::uuid[]) AND ${TEACHER} IS NOT NULL AND ${student('6')} IS NOT NULL
  ON CONFLICT DO NOTHING`;

/** What a thread says of its replies; the first of staff is the answer. One that somebody has gone on with stays as it is. */
const STATE = `
  UPDATE forum_post AS post SET
    reply_count = (SELECT count(*)::int FROM forum_reply AS reply WHERE reply.post_id = post.id),
    active_at = (SELECT max(reply.created_at) FROM forum_reply AS reply WHERE reply.post_id = post.id),
    accepted_id = (SELECT reply.id FROM forum_reply AS reply
      JOIN course_faculty ON course_faculty.course_id = post.course_id AND user_id = reply.author_id
      WHERE reply.post_id = post.id AND reply.author_id <> post.author_id ORDER BY reply.seq LIMIT 1)
  WHERE post.course_id = ANY ($1::uuid[]) AND post.id = md5('forum ' || post.course_id || ' ' || $2::text)::uuid
    AND post.reply_count = 0 AND EXISTS (SELECT FROM forum_reply AS reply WHERE reply.post_id = post.id)`;
