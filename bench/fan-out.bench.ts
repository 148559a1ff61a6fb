import { randomUUID } from 'node:crypto';
import { fanOutNotification } from '@/lib/domain/notification/fan-out';
import type { Database } from '@/lib/infra/db/database';
import { createUnitOfWork } from '@/lib/infra/outbox/unit-of-work';
import { createDepartment } from '@/tests/campus';
import type { Bench } from './bench';
import { inTurns, timed } from './rounds';

const RECIPIENTS = 10_000;
const OTHERS = 2_000;
const ROUNDS = 9;
const TARGET = 1.5;

const bench: Bench = {
  about: `One announcement to a department of ${RECIPIENTS.toLocaleString('en-US')} students among ${OTHERS.toLocaleString('en-US')} others: the product writes the content, a row for each of them and the event, and commits. Baseline: a bare \`INSERT ... SELECT\` of the same rows into the same table. Median of ${ROUNDS} rounds each; each round starts with the table as empty as the other's.`,
  async run(world) {
    const database = await world.openDatabase();
    const department = await createDepartment(database.sql, 'CS');
    await createStudents(database, RECIPIENTS, department);
    await createStudents(database, OTHERS, null);
    const seconds = await inTurns(ROUNDS, {
      ours: () => fanOut(database, department),
      baseline: () => insertBare(database, department),
    });
    const ratio = seconds.ours / seconds.baseline;
    const ms = (value: number) => `${(value * 1_000).toFixed(0)} ms`;
    return [
      {
        what: `one announcement to ${RECIPIENTS.toLocaleString('en-US')} people`,
        ours: ms(seconds.ours),
        baseline: ms(seconds.baseline),
        ratio,
        target: `at most ${TARGET} x the baseline`,
        met: ratio <= TARGET,
      },
    ];
  },
};
export default bench;

async function fanOut(database: Database, department: string): Promise<number> {
  await empty(database);
  const unitOfWork = createUnitOfWork(database, () => undefined);
  return timed(async () => {
    const count = await unitOfWork.run({ correlationId: 'bench' }, (tx) =>
      fanOutNotification(tx, {
        sourceEventId: randomUUID(),
        kind: 'announcement',
        title: 'Lab moves',
        message: 'From Monday the lab is in block B.',
        priority: 'normal',
        actionUrl: '/announcements/1',
        correlationId: 'bench',
        audience: {
          target_audience: 'department',
          role_names: [],
          department_ids: [department],
          course_ids: [],
          user_ids: [],
        },
      }),
    );
    expectAll(count);
  });
}

async function insertBare(database: Database, department: string): Promise<number> {
  await empty(database);
  const id = randomUUID();
  await database.sql.query(
    `INSERT INTO notification (id, event_id, kind, queued_event_id, title, message, priority)
     VALUES ($1, $2, 'announcement', $3, 'Lab moves', 'From Monday the lab is in block B.', 'normal')`,
    [id, randomUUID(), randomUUID()],
  );
  return timed(async () => {
    const { rowCount } = await database.sql.query(
      `INSERT INTO notification_recipient (notification_id, user_id, created_at)
       SELECT $1, id, now() FROM app_user WHERE department_id = $2`,
      [id, department],
    );
    expectAll(rowCount);
  });
}

function expectAll(count: number | null): void {
  if (count !== RECIPIENTS) throw new Error(`${count} rows were written instead of ${RECIPIENTS}`);
}

async function empty(database: Database): Promise<void> {
  await database.sql.query('TRUNCATE notification_arrival, notification_recipient, notification');
}

async function createStudents(database: Database, count: number, department: string | null): Promise<void> {
  await database.sql.query(
    `INSERT INTO app_user (id, email, name, role, department_id, password_hash)
     SELECT id, id || '@bench.example', 'Student', 'student', $2, 'none'
     FROM (SELECT gen_random_uuid() AS id FROM generate_series(1, $1)) AS student`,
    [count, department],
  );
  await database.sql.query('ANALYZE app_user');
}
