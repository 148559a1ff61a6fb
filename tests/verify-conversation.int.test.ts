import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { conversationKeys } from '@/lib/client/conversation/conversation-keys';
import { changeConversation } from '@/lib/domain/conversation/change-conversation';
import { addMembers, leaveConversation, removeMember } from '@/lib/domain/conversation/change-members';
import { deleteMessage } from '@/lib/domain/conversation/delete-message';
import { editMessage } from '@/lib/domain/conversation/edit-message';
import { countUnreadConversations, listConversations } from '@/lib/domain/conversation/list-conversations';
import { listMessages } from '@/lib/domain/conversation/list-messages';
import { markConversationRead } from '@/lib/domain/conversation/mark-read';
import { putAway } from '@/lib/domain/conversation/put-away';
import { readConversation } from '@/lib/domain/conversation/read-conversation';
import { sendMessage } from '@/lib/domain/conversation/send-message';
import { startConversation } from '@/lib/domain/conversation/start-conversation';
import { dropStudent } from '@/lib/domain/course/drop-student';
import { enrollStudent } from '@/lib/domain/course/enroll-student';
import { testEngines } from '@/lib/infra/testing/test-engine';
import { type Author, createAuthor } from './announce';
import { createUser, type TestUser } from './campus';
import { createCourseRow } from './course-campus';
import { type LiveCampus, openLiveCampus } from './live-campus';
import { type LiveScreen, openScreen } from './live-screen';
import { verifyAction } from './verify-action';

const page = { after: null, limit: 100, cursorAt: () => '' };

describe.each(testEngines())('conversations, and their pushes on the $engine log', ({ engine }) => {
  let campus: LiveCampus;
  let teacher: TestUser | undefined;
  let owner: Author;
  let student: Author;
  let screens: LiveScreen[] = [];
  let courseId = '';
  let id = '';

  beforeAll(async () => {
    campus = await openLiveCampus(engine, async (sql, departmentId) => {
      teacher = await createUser(sql, { role: 'faculty', name: 'Tea Cher' });
      courseId = (await createCourseRow(sql, { capacity: 20, facultyId: teacher.id })).id;
      await sql.query(
        `INSERT INTO enrollment (id, course_id, student_id, status)
         SELECT gen_random_uuid(), $1, id, 'enrolled' FROM app_user WHERE role = 'student' AND department_id = $2`,
        [courseId, departmentId],
      );
    });
    const { database, bffs } = campus;
    if (!teacher) throw new Error('nobody teaches');
    owner = await createAuthor(database, teacher);
    student = campus.student;
    const screen = await openScreen(database, bffs[0].origin, teacher);
    await screen.connect();
    screens = [...campus.all, screen];
    for (const each of screens) await openLists(each);
  }, 120_000);
  afterAll(async () => {
    screens.at(-1)?.close();
    await campus.close();
  });

  const openLists = async (screen: LiveScreen) => {
    const { sql } = campus.database;
    await screen.openPart({
      queryKey: conversationKeys.list({}),
      read: async ({ userId }) => ({
        pages: [
          await listConversations(sql, userId, { ...page, archived: false, unread: false, query: undefined }),
        ],
        pageParams: [null],
      }),
    });
    await screen.openPart({
      queryKey: conversationKeys.unreadCount,
      read: async ({ userId }) => ({ unread_count: await countUnreadConversations(sql, userId) }),
    });
  };
  const openConversation = async (screen: LiveScreen) => {
    const { sql } = campus.database;
    await screen.openPart({
      queryKey: conversationKeys.detail(id),
      read: ({ userId }) => readConversation(sql, userId, id).catch(() => 'not there'),
    });
    await screen.openPart({
      queryKey: conversationKeys.messages(id),
      read: async ({ userId }) => ({
        pages: [
          await listMessages(sql, userId, { id, limit: 100 }).catch(() => ({
            items: [],
            has_earlier: false,
            has_later: false,
          })),
        ],
        pageParams: [{}],
      }),
    });
  };
  const by = (author: Author) => ({ actor: author.actor, correlationId: randomUUID(), id });
  const text = (screen: LiveScreen) => JSON.stringify(screen.shown().parts);
  const members = () => screens.filter(({ user }) => user.id === teacher?.id || user.id === campus.inCs.id);
  /** The members' screens come to hold (or lose) it; everybody's equal fresh ones, and the others' do not change at all. */
  const verify = async (act: () => Promise<unknown>, shows: (screen: LiveScreen) => boolean) => {
    const others = screens.filter((screen) => !members().includes(screen));
    const before = others.map(text);
    await verifyAction(campus.database, screens, act, (screen) => others.includes(screen) || shows(screen));
    expect(others.map(text)).toEqual(before);
  };
  const send = (author: Author, given: object = {}) =>
    sendMessage(author.unitOfWork, {
      ...by(author),
      given: { client_id: randomUUID(), text: 'Hello', mentioned_ids: [], ...given },
    });

  it('one of a course is with everybody of the course', async () => {
    await verify(
      async () => {
        const given = {
          type: 'course',
          course_id: courseId,
          title: 'All of us',
          is_staff_only: false,
        } as const;
        id = (await startConversation(owner.unitOfWork, { ...by(owner), given })).id;
      },
      (screen) => text(screen).includes('All of us'),
    );
    for (const screen of members()) await openConversation(screen);
  });

  it('a message, its edit, an answer, and how far it is read', async () => {
    let messageId = '';
    await verify(
      async () => {
        messageId = (await send(owner, { text: 'Frist', mentioned_ids: [student.actor.userId] })).id;
      },
      (screen) => text(screen).includes('Frist'),
    );
    await verify(
      () => send(student, { text: 'An answer', reply_to_id: messageId }),
      (screen) => text(screen).includes('An answer'),
    );
    await verify(
      () =>
        editMessage(owner.unitOfWork, {
          ...by(owner),
          messageId,
          given: { text: 'First', mentioned_ids: [] },
        }),
      (screen) => text(screen).includes('"First"') && !text(screen).includes('Frist'),
    );
    await verify(
      () => markConversationRead(student.unitOfWork, { ...by(student), seq: 1 }),
      (screen) => text(screen).includes(screen.user.id === teacher?.id ? '"read_marks":[{' : '"read_seq":1'),
    );
    await verify(
      () => deleteMessage(owner.unitOfWork, { ...by(owner), messageId, forEveryone: true }),
      (screen) => !text(screen).includes('"First"'),
    );
  });

  it('deleted from one view it goes from the screens of that reader', async () => {
    const message = await send(owner, { text: 'Unwanted' });
    await verify(
      () => deleteMessage(student.unitOfWork, { ...by(student), messageId: message.id, forEveryone: false }),
      (screen) => screen.user.id === teacher?.id || !text(screen).includes('Unwanted'),
    );
  });

  it.each(['muted', 'unmuted', 'unread', 'archived', 'restored'] as const)(
    '%s is on the other screens of the same reader',
    async (act) => {
      const seen = () => text(campus.screens.cs);
      const before = seen();
      await verify(
        () => putAway(student.unitOfWork, { ...by(student), act }),
        (screen) => screen.user.id === teacher?.id || seen() !== before,
      );
    },
  );

  it('another name, and who may write', async () => {
    const { version } = await readConversation(campus.database.sql, owner.actor.userId, id);
    await verify(
      () =>
        changeConversation(owner.unitOfWork, {
          ...by(owner),
          ifMatch: version,
          given: { title: 'Named anew', is_staff_only: true },
        }),
      (screen) => text(screen).includes('Named anew'),
    );
  });

  it('who leaves the course is out of it, and who comes is in', async () => {
    const course = { actor: student.actor, correlationId: randomUUID(), courseId };
    const enrolled = '"member_count":2';
    await verify(
      () => dropStudent(student.unitOfWork, { ...course, wish: { reason: '' } }),
      (screen) =>
        screen.user.id === teacher?.id
          ? text(screen).includes('"member_count":1')
          : !text(screen).includes('Named anew'),
    );
    await verify(
      () => enrollStudent(student.unitOfWork, { ...course, wish: {} }),
      (screen) => text(screen).includes(enrolled),
    );
  });

  it('people come to a group, are taken out and leave', async () => {
    const userIds = [student.actor.userId];
    await verify(
      async () => {
        const given = { type: 'group' as const, title: 'A few', user_ids: userIds };
        id = (await startConversation(owner.unitOfWork, { ...by(owner), given })).id;
      },
      (screen) => text(screen).includes('A few'),
    );
    await verify(
      () => removeMember(owner.unitOfWork, { ...by(owner), userId: userIds[0] ?? '' }),
      (screen) => screen.user.id === teacher?.id || !text(screen).includes('A few'),
    );
    await verify(
      () => addMembers(owner.unitOfWork, { ...by(owner), userIds }),
      (screen) => text(screen).includes('A few'),
    );
    await verify(
      () => leaveConversation(student.unitOfWork, by(student)),
      (screen) => screen.user.id === teacher?.id || !text(screen).includes('A few'),
    );
  });
});
