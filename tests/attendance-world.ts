import { randomUUID } from 'node:crypto';
import { type EventType, isEventType } from '@/lib/contracts/events/catalogue';
import { decodeEvent } from '@/lib/contracts/events/wire';
import type { AttendanceStatus } from '@/lib/contracts/http/attendance';
import { ensureSession } from '@/lib/domain/attendance/open-session';
import { saveMarks } from '@/lib/domain/attendance/save-marks';
import type { Database } from '@/lib/infra/db/database';
import { createLogger } from '@/lib/infra/logger/logger';
import { notificationTable } from '@/server/consumers/groups/notification-service-group/notification-table';
import type { HandlerContext, Outcome } from '@/server/consumers/outcome';
import { createAuthor } from './announce';
import { createAttendanceCourse, daysAgo, TIME_ZONE } from './attendance-course';
import { createDepartment, createUser, type TestUser } from './campus';

/** Classes of the term: one a week, the last of those behind today, and as many to come. */
const WEEKS = 10;

const weeksAgo = (weeks: number) => daysAgo(7 * weeks);

export type AttendanceWorld = Awaited<ReturnType<typeof createAttendanceWorld>>;

/**
 * A course in the middle of its term, with a class a week, a teacher and students of these names. Ten classes have begun, the
 * last of them today, and ten are to come. Marks never freeze.
 */
export async function createAttendanceWorld(
  database: Database,
  given: {
    code: string;
    students: readonly (string | TestUser)[];
    departmentId?: string;
    teacher?: TestUser;
  },
) {
  const { sql } = database;
  const departmentId = given.departmentId ?? (await createDepartment(sql, given.code));
  const faculty = given.teacher ?? (await createUser(sql, { role: 'faculty', departmentId }));
  const students: TestUser[] = [];
  for (const each of given.students)
    students.push(
      typeof each === 'string' ? await createUser(sql, { role: 'student', name: each, departmentId }) : each,
    );
  await sql.query(
    `INSERT INTO setting (name, value) VALUES ('attendance.rules', '{"freeze_after_days": 400}')
     ON CONFLICT (name) DO NOTHING`,
  );
  const { courseId, entryId, termId } = await createAttendanceCourse(sql, {
    code: given.code,
    departmentId,
    faculty: [faculty.id],
    students: students.map(({ id }) => id),
  });
  const teacher = await createAuthor(database, faculty);

  const sessionOf = (weeks: number) =>
    teacher.unitOfWork.run({ correlationId: '' }, (tx) =>
      ensureSession(tx, { entryId, day: weeksAgo(weeks), by: faculty.id }),
    );

  /** Marks students, by their place, in the class of so many weeks ago. */
  async function mark(
    weeks: number,
    marks: Readonly<Record<number, AttendanceStatus | null>>,
    correlationId: string = randomUUID(),
  ): Promise<string> {
    const id = await sessionOf(weeks);
    await saveMarks(teacher.unitOfWork, {
      actor: teacher.actor,
      correlationId,
      timeZone: TIME_ZONE,
      id,
      given: {
        reason: '',
        marks: Object.entries(marks).map(([place, status]) => ({
          student_id: students[Number(place)]?.id ?? '',
          status,
          custom_code: '',
        })),
      },
    });
    return id;
  }

  return {
    courseId,
    termId,
    departmentId,
    entryId,
    faculty,
    teacher,
    students,
    mark,
    sessionOf,
    weeks: WEEKS,
    weeksAgo,
  };
}

/** What the notification service reads of a database's events of attendance, handled as it does, without its inbox. */
export function createConsumer(database: Database, unitOfWork: AttendanceWorld['teacher']['unitOfWork']) {
  const rows: Readonly<Record<string, unknown>> = notificationTable;
  let read = 0n;

  /** Those that have been written since it was asked last. */
  async function takeNew() {
    const { rows: written } = await database.sql.query<{ id: string; value: string }>(
      `SELECT id, value FROM outbox_event WHERE topic = 'attendance.events' AND id > $1 ORDER BY id`,
      [String(read)],
    );
    read = BigInt(written.at(-1)?.id ?? read);
    return written.map(({ value }) => Buffer.from(value));
  }

  async function handle(value: Buffer): Promise<Outcome> {
    const decoded = decodeEvent(value);
    if (decoded.kind !== 'event') throw new Error(`not an event: ${decoded.kind}`);
    const { envelope } = decoded;
    const handler = handlerOf(rows, envelope.event_type);
    return unitOfWork.run({ correlationId: envelope.correlation_id }, (tx) =>
      handler(envelope, {
        tx,
        logger: createLogger({ level: 'silent', service: 'test' }),
        timeZone: TIME_ZONE,
      }),
    );
  }

  return {
    takeNew,
    handle,
    /** Handles all there is, and what that causes, each so many times, in an order of the test's choice. */
    async catchUp({ times = 1, order = (values: Buffer[]) => values } = {}): Promise<void> {
      for (;;) {
        const values = await takeNew();
        if (values.length === 0) return;
        const deliveries = Array.from({ length: times }, () => values).flat();
        for (const value of order(deliveries)) await handle(value);
      }
    },
  };
}

type Handle = (event: unknown, context: HandlerContext) => Promise<Outcome>;

function handlerOf(rows: Readonly<Record<string, unknown>>, type: EventType | string): Handle {
  const row = isEventType(type) ? rows[type] : undefined;
  if (!isHandle(row)) throw new Error(`nobody handles ${type}`);
  return row;
}

const isHandle = (row: unknown): row is Handle => typeof row === 'function';
