import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { exampleEnvelope } from '@/lib/contracts/events/example-envelope';
import { SendNotification } from '@/lib/contracts/http/notification-command-requests';
import { requestCommand } from '@/lib/domain/notification/command/request-command';
import { takeCommand } from '@/lib/domain/notification/command/take-command';
import type { Database } from '@/lib/infra/db/database';
import { createUnitOfWork } from '@/lib/infra/outbox/unit-of-work';
import { createAuthor } from '@/tests/announce';
import { createDepartment, createUser } from '@/tests/campus';
import type { Bench, Row } from './bench';
import { connectSockets } from './connect-sockets';
import { countArrivals } from './count-arrivals';
import { whole } from './print-results';
import { startProductionBff } from './production-bff';
import { inTurns, quantile, timed } from './rounds';
import { startBare } from './start-bare';
import type { World } from './world';

const RECIPIENTS = 10_000;
const OTHERS = 2_000;
const CONNECTED = 500;
const ROUNDS = 15;
const SENDS = 20;
const MOST_RATIO = 1.5;
const MOST_MS = 1_000;

const bench: Bench = {
  about: `SEND_BULK of another service to a department of ${whole(RECIPIENTS)} students among ${whole(OTHERS)} others, in the inbox: the command is checked, taken once by its name, carried out and answered, in one transaction. Baseline: a bare \`INSERT ... SELECT\` of the same rows into the same table; median of ${ROUNDS} rounds each, in turns. Then an administrator's bulk to as many, of whom ${CONNECTED} are connected: from the moment the request has committed (in a process of its own, as the web server is) until their sockets have it, through relay, consumer and gateway of the bundled BFF on the embedded log; ${SENDS} sends, 95 of 100 sockets had it no later than p95. Baseline: a bare HTTP request to a bare Socket.IO server that emits to as many sockets.`,
  async run(world) {
    const database = await world.openDatabase();
    const department = await createDepartment(database.sql, 'CS');
    await createStudents(database, RECIPIENTS - CONNECTED, department);
    await createStudents(database, OTHERS, null);
    const cookies: string[] = [];
    for (let count = 0; count < CONNECTED; count += 1)
      cookies.push((await createUser(database.sql, { role: 'student', departmentId: department })).cookie);
    await database.sql.query('ANALYZE app_user');
    return [
      await measureStatement(database, department),
      ...(await measureRoad(world, database, department, cookies)),
    ];
  },
};
export default bench;

async function measureStatement(database: Database, department: string): Promise<Row> {
  const seconds = await inTurns(ROUNDS, {
    ours: () => takeBulk(database, department),
    baseline: () => insertBare(database, department),
  });
  const ratio = seconds.ours / seconds.baseline;
  const ms = (value: number) => `${(value * 1_000).toFixed(0)} ms`;
  return {
    what: `a bulk to ${whole(RECIPIENTS)} inboxes`,
    ours: ms(seconds.ours),
    baseline: ms(seconds.baseline),
    ratio,
    target: `at most ${MOST_RATIO} x the baseline`,
    met: ratio <= MOST_RATIO,
  };
}

async function takeBulk(database: Database, department: string): Promise<number> {
  await empty(database);
  const unitOfWork = createUnitOfWork(database, () => undefined);
  const id = randomUUID();
  const { payload } = exampleEnvelope('SEND_BULK');
  const command = {
    ...{
      id,
      type: 'SEND_BULK' as const,
      service: 'library-service',
      correlationId: 'bench',
      eventId: randomUUID(),
    },
    payload: {
      ...payload,
      ...{ batch_id: id, recipient_type: 'department', title: 'The library closes', message: 'At noon.' },
      ...{ channels: ['in_app'], template_id: '', template_data: {}, announcement_id: '', course_id: '' },
      ...{ scheduled_at: null, expires_at: null },
      recipient_filter: { ...noFilter, department_ids: [department] },
    },
  };
  const seconds = await timed(async () => {
    const taken = await unitOfWork.run({ correlationId: 'bench' }, (tx) =>
      takeCommand(tx, command, { isOwnBulk: false }),
    );
    if (taken !== 'sent') throw new Error(`the command was ${taken}`);
  });
  const { rows } = await database.sql.query<{ count: number }>(
    'SELECT count(*)::int AS count FROM notification_recipient',
  );
  expectAll(rows[0]?.count);
  return seconds;
}

const noFilter = {
  ...{ department_ids: [], course_ids: [], program_ids: [], group_ids: [] },
  ...{ role_names: [], semesters: [], user_ids: [] },
};

async function insertBare(database: Database, department: string): Promise<number> {
  await empty(database);
  const id = randomUUID();
  await database.sql.query(
    `INSERT INTO notification (id, event_id, kind, queued_event_id, title, message, priority)
     VALUES ($1, $2, 'library', $3, 'The library closes', 'At noon.', 'normal')`,
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

function expectAll(count: number | null | undefined): void {
  if (count !== RECIPIENTS) throw new Error(`${count} rows were written instead of ${RECIPIENTS}`);
}

const empty = ({ sql }: Database) =>
  sql.query(
    'TRUNCATE notification_arrival, notification_recipient, notification, notification_command CASCADE',
  );

async function measureRoad(
  world: World,
  database: Database,
  department: string,
  cookies: readonly string[],
): Promise<Row[]> {
  await empty(database);
  const admin = await createUser(database.sql, { role: 'admin' });
  const { actor, unitOfWork } = await createAuthor(database, admin);
  const bff = await startProductionBff(world, { databaseUrl: database.url, brokers: null });
  const ours = countArrivals(await connectSockets(world, bff.origin, cookies), 'notification:created');
  const { origin } = await startBare(world);
  const bare = countArrivals(
    await connectSockets(
      world,
      origin,
      cookies.map(() => ''),
    ),
    'timetable:changed',
  );
  const send = async () => {
    const wish = SendNotification.parse({
      ...{ title: 'The library closes', message: 'At noon.', channels: ['in_app'] },
      ...{ target_audience: 'department', target_details: { department_ids: [department] } },
    });
    await requestCommand(unitOfWork, { actor, correlationId: randomUUID(), wish });
    return performance.now();
  };
  const request = async () => {
    const sent = performance.now();
    await fetch(origin, { method: 'POST' });
    return sent;
  };
  const taken = { ours: [] as number[], bare: [] as number[] };
  for (let round = 0; round <= SENDS; round += 1) {
    for (const [name, arrivals, start] of [
      ['ours', ours, send],
      ['bare', bare, request],
    ] as const) {
      arrivals.begin();
      const began = await start();
      await arrivals.all();
      if (arrivals.missing() + arrivals.twice() > 0)
        throw new Error(`${arrivals.missing()} sockets have it not, ${arrivals.twice()} twice`);
      // The first one warms up.
      if (round > 0) taken[name].push(...arrivals.firsts().map((at) => Math.max(0, at - began)));
      await pause(25 + (round % 17));
    }
  }
  const row = (share: number, most: number | null): Row => {
    const [a, b] = [quantile(taken.ours, share), quantile(taken.bare, share)];
    return {
      what: `bulk to ${whole(RECIPIENTS)} -> ${CONNECTED} connected, p${share * 100}`,
      ours: `${a.toFixed(0)} ms`,
      baseline: `${b.toFixed(0)} ms`,
      ratio: a / b,
      target: most === null ? '' : `at most ${most} ms`,
      met: most === null ? null : a <= most,
    };
  };
  return [row(0.5, null), row(0.95, MOST_MS)];
}

async function createStudents(database: Database, count: number, department: string | null): Promise<void> {
  await database.sql.query(
    `INSERT INTO app_user (id, email, name, role, department_id, password_hash)
     SELECT id, id || '@bench.example', 'Student', 'student', $2, 'none'
     FROM (SELECT gen_random_uuid() AS id FROM generate_series(1, $1)) AS student`,
    [count, department],
  );
}
