import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createUnitOfWork } from '@/lib/infra/outbox/unit-of-work';
import { createTestDatabase } from '@/lib/infra/testing/test-database';
import { createUser } from '@/tests/campus';
import { createCourseRow } from '@/tests/course-campus';
import type { SignedIn } from '../session/authenticate';
import { deleteReply } from './delete-contribution';
import { markForumRead, markPostRead } from './follow-forum';
import { listPosts, readSummary } from './list-posts';
import { hideReply } from './moderate';
import { writePost } from './write-post';
import { writeReply } from './write-reply';

let database: Awaited<ReturnType<typeof createTestDatabase>>;
let teacher: SignedIn;
let students: SignedIn[];

beforeAll(async () => {
  database = await createTestDatabase();
  teacher = await person('faculty');
  students = [await person('student'), await person('student')];
});
afterAll(() => database.drop());

async function person(role: 'student' | 'faculty'): Promise<SignedIn> {
  const { id, sessionId, cookie: _cookie, ...user } = await createUser(database.sql, { role });
  return {
    ...{ department: null, locale: null, timeZone: null, expiresAt: new Date('2999-01-01') },
    ...{ ...user, userId: id, sessionId, role, name: role, email: `${id}@test.example` },
  };
}

/** What the property believes of a reply: who wrote it, and whether others can read it. */
interface Said {
  readonly id: string;
  readonly by: string;
  isGone: boolean;
}

interface Thread {
  readonly id: string;
  readonly by: string;
  readonly said: Said[];
  /** By reader: opened, and how far they have read. */
  readonly read: Map<string, number>;
}

type Step =
  | { do: 'post' | 'readAll'; who: number }
  | { do: 'reply' | 'read'; who: number; thread: number; upTo: number }
  | { do: 'delete' | 'hide'; thread: number; reply: number };

const index = fc.nat({ max: 20 });
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 2, arbitrary: fc.record({ do: fc.constant('post' as const), who: index }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('readAll' as const), who: index }) },
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constantFrom('reply' as const, 'read' as const),
      who: index,
      thread: index,
      upTo: index,
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constantFrom('delete' as const, 'hide' as const),
      thread: index,
      reply: index,
    }),
  },
);

it('counts as unread exactly the replies of others that are there and behind what was read', async () => {
  const everybody = [teacher, ...students];
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 25 }), async (steps) => {
      const { id: courseId } = await createCourseRow(database.sql, {
        capacity: 10,
        facultyId: teacher.userId,
      });
      for (const { userId } of students)
        await database.sql.query(
          `INSERT INTO enrollment (id, course_id, student_id, status) VALUES (gen_random_uuid(), $1, $2, 'enrolled')`,
          [courseId, userId],
        );
      const threads: Thread[] = [];
      for (const each of steps) {
        // The guard against bursts is another test's.
        await database.sql.query(`UPDATE forum_post SET created_at = created_at - interval '2 minutes'`);
        await database.sql.query(`UPDATE forum_reply SET created_at = created_at - interval '2 minutes'`);
        await take(each, threads, courseId);
      }
      for (const reader of everybody) {
        const page = { after: null, limit: 100, cursorAt: () => '' };
        const { items } = await listPosts(database.sql, reader, courseId, page);
        const expected = threads.map((thread) => unreadOf(thread, reader.userId));
        expect(new Map(items.map((item) => [item.id, [item.is_new, item.unread_count]]))).toEqual(
          new Map(threads.map(({ id }, place) => [id, expected[place]])),
        );
        const unread = await listPosts(database.sql, reader, courseId, { ...page, show: 'unread' });
        const waiting = expected.filter((each) => each[0] === true || each[1] !== 0).length;
        expect(unread.items).toHaveLength(waiting);
        expect((await readSummary(database.sql, reader, courseId)).unread_threads).toBe(waiting);
      }
    }),
    { numRuns: 25 },
  );
}, 120_000);

function unreadOf({ by, said, read }: Thread, reader: string): [isNew: boolean, unread: number] {
  const upTo = read.get(reader);
  const unread = said.filter(
    (reply, place) => place + 1 > (upTo ?? 0) && reply.by !== reader && !reply.isGone,
  );
  return [by !== reader && upTo === undefined, unread.length];
}

const pick = <T>(list: readonly T[], at: number): T | undefined => list[at % Math.max(1, list.length)];

/** Does it, and notes what must have come of it. */
async function take(each: Step, threads: Thread[], courseId: string): Promise<void> {
  const unitOfWork = createUnitOfWork(database, () => undefined);
  const everybody = [teacher, ...students];
  const correlationId = 'property-test';
  if (!('thread' in each)) {
    const actor = pick(everybody, each.who) ?? teacher;
    if (each.do === 'readAll') {
      await markForumRead(unitOfWork, { actor, correlationId, courseId });
      for (const thread of threads) thread.read.set(actor.userId, thread.said.length);
      return;
    }
    const given = { title: 'T', content: 'C', tags: [] };
    const { id } = await writePost(unitOfWork, { actor, correlationId, courseId, given });
    threads.push({ id, by: actor.userId, said: [], read: new Map([[actor.userId, 0]]) });
    return;
  }
  const thread = pick(threads, each.thread);
  if (!thread) return;
  if ('reply' in each) {
    const reply = pick(thread.said, each.reply);
    const writer = everybody.find(({ userId }) => userId === reply?.by);
    if (!reply || !writer || reply.isGone) return;
    if (each.do === 'hide')
      await hideReply(unitOfWork, { actor: teacher, correlationId, id: reply.id, hidden: true });
    else await deleteReply(unitOfWork, { actor: writer, correlationId, id: reply.id, ifMatch: null });
    reply.isGone = true;
    return;
  }
  const actor = pick(everybody, each.who) ?? teacher;
  const before = thread.read.get(actor.userId) ?? 0;
  if (each.do === 'read') {
    await markPostRead(unitOfWork, { actor, correlationId, id: thread.id, seq: each.upTo });
    thread.read.set(actor.userId, Math.max(before, Math.min(each.upTo, thread.said.length)));
    return;
  }
  const { id } = await writeReply(unitOfWork, {
    actor,
    correlationId,
    postId: thread.id,
    given: { content: 'R' },
  });
  thread.said.push({ id, by: actor.userId, isGone: false });
  thread.read.set(actor.userId, before);
}
