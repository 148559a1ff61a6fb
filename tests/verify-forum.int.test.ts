import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { forumKeys } from '@/lib/client/forum/forum-keys';
import { ForumPostList, ForumReplyList, ForumThread } from '@/lib/contracts/http/forum';
import { deleteReply } from '@/lib/domain/forum/delete-contribution';
import { editReply } from '@/lib/domain/forum/edit-contribution';
import { listPosts, listReplies } from '@/lib/domain/forum/list-posts';
import { hideReply, moderatePost } from '@/lib/domain/forum/moderate';
import { readThread } from '@/lib/domain/forum/take-contribution';
import { writePost } from '@/lib/domain/forum/write-post';
import { writeReply } from '@/lib/domain/forum/write-reply';
import { DomainProblem } from '@/lib/domain/problem';
import { testEngines } from '@/lib/infra/testing/test-engine';
import type { Author } from './announce';
import { createCourseRow } from './course-campus';
import { type LiveCampus, openLiveCampus } from './live-campus';
import type { LiveScreen } from './live-screen';
import { verifyAction } from './verify-action';

const page = { after: null, limit: 100, cursorAt: () => '' };
/** Of who is not in the course: a page that is not there stays so. */
const orNothing = <T>(asked: Promise<T>) =>
  asked.catch((error: unknown) => {
    if (error instanceof DomainProblem && error.code === 'resource.not_found') return null;
    throw error;
  });

describe.each(testEngines())('a discussion and its pushes on the $engine log', ({ engine }) => {
  let campus: LiveCampus;
  let courseId = '';
  let postId = '';

  beforeAll(async () => {
    campus = await openLiveCampus(engine, async (sql) => {
      courseId = (await createCourseRow(sql, { capacity: 5 })).id;
      await sql.query(
        `INSERT INTO enrollment (id, course_id, student_id, status)
         SELECT gen_random_uuid(), $1, app_user.id, 'enrolled' FROM app_user
         JOIN department ON department.id = department_id WHERE role = 'student' AND department.code = 'CS'`,
        [courseId],
      );
    });
    const { sql } = campus.database;
    for (const screen of campus.all)
      await screen.openPart({
        queryKey: forumKeys.list(courseId, {}),
        read: (reader) => orNothing(listPosts(sql, reader, courseId, page)),
      });
  }, 90_000);
  afterAll(() => campus.close());

  const by = (who: Author) => ({ actor: who.actor, correlationId: randomUUID() });
  /** In the course, or administers. */
  const isIn = (screen: LiveScreen) => screen !== campus.screens.me;
  const part = (screen: LiveScreen, at: number) => screen.shown().parts[at];
  const listOf = (screen: LiveScreen) => ForumPostList.parse(part(screen, 0)).items;
  const threadOf = (screen: LiveScreen) => ForumThread.parse(part(screen, 1));
  const repliesOf = (screen: LiveScreen) => ForumReplyList.parse(part(screen, 2)).items;
  async function verify(
    act: () => Promise<unknown>,
    reached: (screen: LiveScreen) => boolean,
  ): Promise<void> {
    const before = part(campus.screens.me, 0);
    await verifyAction(campus.database, campus.all, act, (screen) => !isIn(screen) || reached(screen));
    expect(part(campus.screens.me, 0)).toBe(before);
    expect(before).toBeNull();
    expect(campus.screens.me.shown().notifications).toEqual([]);
  }
  const reply = (who: Author, content: string) =>
    writeReply(who.unitOfWork, { ...by(who), postId, given: { content } });

  it('a new thread stands on the screens of the course, and of nobody else', async () => {
    const { student } = campus;
    const given = { title: 'Why?', content: 'Tell me', tags: [] };
    await verify(
      async () => {
        postId = (await writePost(student.unitOfWork, { ...by(student), courseId, given })).id;
      },
      (screen) => listOf(screen).length === 1,
    );
    const { sql } = campus.database;
    for (const screen of campus.all.filter(isIn)) {
      await screen.openPart({
        queryKey: forumKeys.thread(postId),
        read: (reader) => readThread(sql, reader, postId),
      });
      await screen.openPart({
        queryKey: forumKeys.replies(postId),
        read: (reader) => listReplies(sql, reader, { id: postId, after: 0, limit: 100 }),
      });
    }
  });

  it('a reply stands in the open thread, and who asked is told of it once on each screen', async () => {
    await verify(
      () => reply(campus.author, 'Because'),
      (screen) =>
        repliesOf(screen).length === 1 &&
        listOf(screen)[0]?.reply_count === 1 &&
        screen.shown().notifications.length === (screen.user.role === 'student' ? 1 : 0),
    );
  });

  it('what is edited, pinned, locked, hidden and deleted is so on all screens', async () => {
    const { author, student } = campus;
    const { id, version } = await reply(student, 'Really?');
    await verify(
      () => editReply(student.unitOfWork, { ...by(student), id, ifMatch: version, content: 'Truly?' }),
      (screen) => repliesOf(screen)[1]?.content === 'Truly?',
    );
    const moderate = (given: { pinned?: boolean; locked?: boolean }) =>
      moderatePost(author.unitOfWork, { ...by(author), id: postId, given });
    await verify(
      () => moderate({ pinned: true, locked: true }),
      (screen) => threadOf(screen).locked_at !== null && listOf(screen)[0]?.pinned_at != null,
    );
    const { id: hiddenId } = await reply(author, 'A word that goes');
    await verify(
      () => hideReply(author.unitOfWork, { ...by(author), id: hiddenId, hidden: true }),
      (screen) => repliesOf(screen).length === (screen.user.role === 'admin' ? 3 : 2),
    );
    await verify(
      () => deleteReply(student.unitOfWork, { ...by(student), id, ifMatch: null }),
      (screen) => !repliesOf(screen).some((each) => each.id === id),
    );
    expect(repliesOf(campus.screens.csOtherDevice).map(({ content }) => content)).toEqual(['Because']);
  });
});
