import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { conversationKeys } from '@/lib/client/conversation/conversation-keys';
import { forumKeys } from '@/lib/client/forum/forum-keys';
import { MessagingSettings } from '@/lib/contracts/http/conversation';
import { ForumSummary } from '@/lib/contracts/http/forum';
import { changeMessagingSettings } from '@/lib/domain/conversation/change-messaging-settings';
import { readMessagingSettings } from '@/lib/domain/conversation/messaging-settings';
import { followForum, markForumRead, markPostRead } from '@/lib/domain/forum/follow-forum';
import { listPosts, readSummary } from '@/lib/domain/forum/list-posts';
import { readThread } from '@/lib/domain/forum/take-contribution';
import { writePost } from '@/lib/domain/forum/write-post';
import { writeReply } from '@/lib/domain/forum/write-reply';
import { testEngines } from '@/lib/infra/testing/test-engine';
import type { Author } from './announce';
import { createCourseRow } from './course-campus';
import { type LiveCampus, openLiveCampus } from './live-campus';
import type { LiveScreen } from './live-screen';
import { verifyAction } from './verify-action';

const page = { after: null, limit: 100, cursorAt: () => '' };

describe.each(testEngines())(
  'what one keeps for oneself, on one’s other screens on the $engine log',
  ({ engine }) => {
    let campus: LiveCampus;
    let courseId = '';
    let postId = '';
    /** Those in the course. */
    let screens: LiveScreen[] = [];

    beforeAll(async () => {
      campus = await openLiveCampus(engine, async (sql, departmentId) => {
        courseId = (await createCourseRow(sql, { capacity: 5 })).id;
        await sql.query(
          `INSERT INTO enrollment (id, course_id, student_id, status)
         SELECT gen_random_uuid(), $1, id, 'enrolled' FROM app_user WHERE role = 'student' AND department_id = $2`,
          [courseId, departmentId],
        );
      });
      const { author, database } = campus;
      const { sql } = database;
      screens = campus.all.filter((screen) => screen !== campus.screens.me);
      const given = { title: 'When is the exam?', content: 'Tell me', tags: [] };
      postId = (await writePost(author.unitOfWork, { ...by(author), courseId, given })).id;
      await writeReply(author.unitOfWork, { ...by(author), postId, given: { content: 'In June' } });
      for (const screen of screens)
        for (const part of [
          {
            queryKey: conversationKeys.settings,
            read: ({ userId }: { userId: string }) => readMessagingSettings(sql, userId),
          },
          {
            queryKey: forumKeys.summary(courseId),
            read: (reader: Author['actor']) => readSummary(sql, reader, courseId),
          },
          {
            queryKey: forumKeys.list(courseId, {}),
            read: (reader: Author['actor']) => listPosts(sql, reader, courseId, page),
          },
          {
            queryKey: forumKeys.thread(postId),
            read: (reader: Author['actor']) => readThread(sql, reader, postId),
          },
        ])
          await screen.openPart(part);
    }, 90_000);
    afterAll(() => campus.close());

    const by = (who: Author) => ({ actor: who.actor, correlationId: randomUUID() });
    const settingsOf = (screen: LiveScreen) => MessagingSettings.parse(screen.shown().parts[0]);
    const summaryOf = (screen: LiveScreen) => ForumSummary.parse(screen.shown().parts[1]);
    /** The student's two screens come to show it; the administrator's is as it was. */
    async function verify(act: () => Promise<unknown>, reached: (screen: LiveScreen) => boolean) {
      const before = campus.screens.admin.shown().parts;
      await verifyAction(
        campus.database,
        screens,
        act,
        (screen) => screen === campus.screens.admin || reached(screen),
      );
      campus.screens.admin.shown().parts.forEach((part, at) => {
        expect(part).toBe(before[at]);
      });
    }

    it('what one shows in conversations', async () => {
      const { student } = campus;
      await verify(
        () =>
          changeMessagingSettings(student.unitOfWork, {
            userId: student.actor.userId,
            correlationId: randomUUID(),
            change: { receipts: false },
          }),
        (screen) => !settingsOf(screen).receipts,
      );
      expect(settingsOf(campus.screens.admin).receipts).toBe(true);
    });

    it('how far one has read a thread, and that a new reply is unread again', async () => {
      const { student, author, screens: named } = campus;
      expect(summaryOf(named.csOtherDevice).unread_threads).toBe(1);
      await verify(
        () => markPostRead(student.unitOfWork, { ...by(student), id: postId, seq: 1 }),
        (screen) => summaryOf(screen).unread_threads === 0,
      );
      await verifyAction(
        campus.database,
        screens,
        () => writeReply(author.unitOfWork, { ...by(author), postId, given: { content: 'Or in July' } }),
        (screen) => screen === named.admin || summaryOf(screen).unread_threads === 1,
      );
      await verify(
        () => markForumRead(student.unitOfWork, { ...by(student), courseId }),
        (screen) => summaryOf(screen).unread_threads === 0,
      );
    });

    it('how closely one follows', async () => {
      const { student } = campus;
      await verify(
        () => followForum(student.unitOfWork, { ...by(student), courseId, level: 'watching' }),
        (screen) => summaryOf(screen).level === 'watching',
      );
    });

    it('says nothing where nothing has changed', async () => {
      const { student, database } = campus;
      const told = async () =>
        (await database.sql.query(`SELECT 1 FROM outbox_event WHERE event_type = 'PROFILE_UPDATED'`))
          .rowCount;
      const before = await told();
      await markPostRead(student.unitOfWork, { ...by(student), id: postId, seq: 1 });
      await changeMessagingSettings(student.unitOfWork, {
        userId: student.actor.userId,
        correlationId: randomUUID(),
        change: { receipts: false },
      });
      expect(await told()).toBe(before);
    });
  },
);
