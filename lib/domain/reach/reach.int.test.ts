import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { EditAnnouncement } from '@/lib/contracts/http/announcement-requests';
import { createTestDatabase } from '@/lib/infra/testing/test-database';
import { type Author, createAuthor } from '@/tests/announce';
import { createDepartment, createUser, type TestUser } from '@/tests/campus';
import { exportReach } from '../announcement/export-reach';
import { measureReach } from '../announcement/measure-reach';
import { remindDue } from '../announcement/send-reminder-round';
import { fanOutNotification } from '../notification/fan-out';
import { markDelivered } from '../notification/mark-delivered';
import { markRead } from '../notification/mark-read';
import { markSeen } from '../notification/mark-seen';
import { DomainProblem } from '../problem';
import { listReached } from './queries';

let database: Awaited<ReturnType<typeof createTestDatabase>>;
let cs: string;
let admin: Author;
let students: TestUser[];
let readers: Author[];

beforeAll(async () => {
  database = await createTestDatabase();
  cs = await createDepartment(database.sql, 'CS');
  admin = await createAuthor(database, await createUser(database.sql, { role: 'admin' }));
  students = [];
  for (const name of ['=HYPERLINK("x")', 'Ada', 'Ben', 'Cem'])
    students.push(await createUser(database.sql, { role: 'student', departmentId: cs, name }));
  readers = await Promise.all(students.map((student) => createAuthor(database, student)));
});
afterAll(() => database.drop());

async function published(given: object = {}) {
  const target = { target_audience: 'department' as const, target_details: { department_ids: ['CS'] } };
  return admin.publish((await admin.draft({ title: 'Exam hall', ...target, ...given })).id);
}

/** What the notification service makes of a publication, or of a command for some. */
async function fanOut(id: string, revision = 1, userIds?: readonly string[]): Promise<string> {
  const sourceEventId = randomUUID();
  await admin.unitOfWork.run({ correlationId: 'test' }, (tx) =>
    fanOutNotification(tx, {
      sourceEventId,
      kind: 'announcement',
      title: 'T',
      message: 'M',
      priority: 'normal',
      actionUrl: '',
      correlationId: 'test',
      audience: {
        target_audience: userIds ? 'users' : 'department',
        role_names: [],
        department_ids: userIds ? [] : [cs],
        course_ids: [],
        user_ids: userIds ?? [],
      },
      announcement: { id, revision },
    }),
  );
  const { rows } = await database.sql.query<{ id: string }>(
    'SELECT id FROM notification WHERE event_id = $1',
    [sourceEventId],
  );
  return rows[0]?.id ?? '';
}

const counts = async (id: string) => (await measureReach(database.sql, admin.actor, id)).counts;
const arrive = (notificationId: string, user: TestUser | undefined) =>
  admin.unitOfWork.run({ correlationId: 'test' }, (tx) =>
    markDelivered(tx, [{ userId: user?.id ?? '', sessionId: user?.sessionId ?? '', notificationId }]),
  );
const refusal = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: unknown) => (error instanceof DomainProblem ? error.code : String(error)),
  );
const commands = async () => {
  const { rows } = await database.sql.query<{ value: string }>(
    `SELECT value FROM outbox_event WHERE event_type = 'SEND_BULK' ORDER BY id`,
  );
  return rows.map(({ value }): string[] => JSON.parse(value).payload.recipient_filter.user_ids);
};

describe('the board', () => {
  it('counts each person once, by what the screens answered', async () => {
    const { id } = await published({ acknowledgement_required: true });
    expect(await counts(id)).toEqual({ targeted: 0, delivered: 0, seen: 0, acknowledged: 0, outstanding: 0 });
    const notification = await fanOut(id);
    expect(await counts(id)).toMatchObject({ targeted: 4, delivered: 0, outstanding: 4 });
    await arrive(notification, students[0]);
    await arrive(notification, students[0]);
    await markSeen(admin.unitOfWork, {
      userId: students[1]?.id ?? '',
      ids: [notification],
      correlationId: 't',
    });
    expect(await counts(id)).toMatchObject({ targeted: 4, delivered: 2, seen: 1, outstanding: 4 });
    await markRead(admin.unitOfWork, { userId: students[0]?.id ?? '', id: notification, correlationId: 't' });
    await readers[1]?.acknowledge(id);
    expect(await counts(id)).toEqual({ targeted: 4, delivered: 2, seen: 2, acknowledged: 1, outstanding: 3 });
    // A reminder reaches people again, not more people.
    await fanOut(id, 1, [students[2]?.id ?? '']);
    expect(await counts(id)).toMatchObject({ targeted: 4, outstanding: 3 });
  });

  it('begins anew when it is announced again', async () => {
    const { id, version } = await published({ acknowledgement_required: true });
    await fanOut(id);
    for (const reader of readers) await reader.acknowledge(id);
    expect(await counts(id)).toMatchObject({ acknowledged: 4, outstanding: 0 });
    const change = EditAnnouncement.parse({ title: 'Another hall', edit: 'reannounce' });
    const { announced_revision } = await admin.edit(id, version, change);
    await fanOut(id, announced_revision);
    expect(await counts(id)).toMatchObject({ targeted: 4, acknowledged: 0, outstanding: 4 });
  });

  it('names the people behind each number, a page at a time, and exports them all', async () => {
    const { id } = await published({ acknowledgement_required: true });
    await fanOut(id);
    await readers[3]?.acknowledge(id);
    const page = { after: null, limit: 2, cursorAt: ({ at }: { at: string }) => at };
    const first = await listReached(database.sql, id, { ...page, state: 'outstanding' });
    expect([first.people.length, first.next_cursor]).toEqual([2, first.people[1]?.name]);
    const last = first.people[1];
    const rest = await listReached(database.sql, id, {
      ...page,
      state: 'outstanding',
      after: { at: last?.name ?? '', id: last?.id ?? '' },
    });
    expect(rest.people.length).toBe(1);
    const acknowledged = await listReached(database.sql, id, { ...page, state: 'acknowledged', query: 'ce' });
    expect(acknowledged.people.map((person) => person.name)).toEqual(['Cem']);
    const lines = (await exportReach(database.sql, admin.actor, id)).trim().split('\n');
    expect(lines).toHaveLength(5);
    expect(lines.find((line) => line.includes('HYPERLINK'))).toMatch(/^"?'=/);
  });

  it('is for its author and administrators alone', async () => {
    const { id } = await published();
    const reader = readers[0]?.actor;
    if (!reader) throw new Error('there is no reader');
    expect(await refusal(measureReach(database.sql, reader, id))).toBe('auth.forbidden');
    expect(await refusal(measureReach(database.sql, reader, randomUUID()))).toBe('resource.not_found');
  });
});

describe('reminding', () => {
  const round = () => admin.unitOfWork.run({ correlationId: 'clock' }, remindDue);
  const due = (id: string) =>
    database.sql.query(
      `UPDATE announcement_reminder SET next_at = now() - interval '1 minute' WHERE announcement_id = $1 AND ended_at IS NULL`,
      [id],
    );
  const reminder = async (id: string) => (await measureReach(database.sql, admin.actor, id)).reminder;

  it('names those who have not answered, each round anew, and stops by itself when nobody is left', async () => {
    await database.sql.query('TRUNCATE outbox_event');
    const { id } = await published({ acknowledgement_required: true });
    await fanOut(id);
    await readers[0]?.acknowledge(id);
    await admin.remind(id, 'hour');
    expect((await commands()).map((ids) => ids.length)).toEqual([3]);
    expect(await refusal(admin.remind(id))).toBe('announcement.reminded_just_now');
    expect(await round()).toBe(false);
    await readers[1]?.acknowledge(id);
    await due(id);
    expect(await round()).toBe(true);
    expect((await commands()).map((ids) => ids.length)).toEqual([3, 2]);
    expect(await reminder(id)).toMatchObject({ rounds: 2, ended_at: null });
    for (const reader of readers) await reader.acknowledge(id);
    await due(id);
    expect(await round()).toBe(true);
    expect((await commands()).length).toBe(2);
    expect(await reminder(id)).toMatchObject({ rounds: 2, end_reason: 'everybody_answered', next_at: null });
    expect(await round()).toBe(false);
  });

  it('ends with the announcement, and is refused where nobody is left or nothing is public', async () => {
    const { id } = await published();
    const notification = await fanOut(id);
    await admin.remind(id, 'day');
    await admin.archive(id, true);
    await due(id);
    expect(await round()).toBe(true);
    expect(await reminder(id)).toMatchObject({ rounds: 1, end_reason: 'archived' });
    expect(await refusal(admin.remind(id))).toBe('announcement.not_published');
    const other = await published();
    expect(await refusal(admin.remind(other.id))).toBe('announcement.nobody_outstanding');
    expect(await reminder(other.id)).toBeNull();
    expect(notification).not.toBe('');
  });

  it('once ends at once', async () => {
    const { id } = await published();
    await fanOut(id);
    await admin.remind(id);
    expect(await reminder(id)).toMatchObject({ rounds: 1, end_reason: 'once', next_at: null });
  });
});
