import { randomUUID } from 'node:crypto';
import { afterEach, describe, expect, it, vi } from 'vitest';
import * as z from 'zod';
import { createEnvelope } from '@/lib/contracts/events/envelope';
import { encodeEvent } from '@/lib/contracts/events/wire';
import type { Database } from '@/lib/infra/db/database';
import type { SqlTx } from '@/lib/infra/db/sql';
import { openEventLog } from '@/lib/infra/event-log/open-event-log';
import type { EventLog } from '@/lib/infra/event-log/port';
import { createTestDatabase } from '@/lib/infra/testing/test-database';
import { startTestEngine, testEngines } from '@/lib/infra/testing/test-engine';
import { startMailServer } from '@/lib/infra/testing/test-mail-server';
import { type BffProcess, startBffProcess } from './bff-process';
import { createUser } from './campus';
import { openChannelWorld } from './channel-world';
import { many } from './command-world';
import { openScreen } from './live-screen';

const RECIPIENTS = 20_000;
const MAILED = 100;
/** After so many mails the BFF is killed. */
const KILLED_AFTER = 30;
/** How many mails may be on their way at once: those that may come twice. */
const AT_ONCE = 10;
const timeout = 60_000;

const cleanUp: (() => unknown)[] = [];
afterEach(async () => {
  for (const undo of cleanUp.splice(0).reverse()) await undo();
});

describe.each(testEngines())('kill -9 in the middle of a bulk send on the $engine log', ({ engine }) => {
  it('each has it once in the inbox, a mail at most once more under its Message-ID, each state is answered once', async () => {
    const { brokers, stop } = await startTestEngine(engine);
    cleanUp.push(stop);
    const database = await createTestDatabase({ poolSize: 12 });
    cleanUp.push(() => database.drop());
    const { sql } = database;
    const reader = await createUser(sql, { role: 'student' });
    const userIds = [reader.id, ...(await createCrowd(database, RECIPIENTS - 2))];
    const bad = randomUUID();

    let bff: BffProcess | undefined;
    const mails = await startMailServer({
      onTaken: () => {
        if (mails.taken.length === KILLED_AFTER) void bff?.kill();
      },
    });
    cleanUp.push(() => mails.stop());
    vi.stubEnv('SMTP_URL', mails.url);
    cleanUp.push(() => vi.unstubAllEnvs());
    bff = await startBffProcess({ databaseUrl: database.url, brokers });
    cleanUp.push(() => bff?.stop());
    const { port } = bff;
    const startAgain = () => startBffProcess({ databaseUrl: database.url, brokers, port });
    const screen = await openScreen(database, bff.origin, reader);
    cleanUp.push(() => screen.close());
    await screen.connect();

    const log = openEventLog({ brokers, database, clientId: 'library-service' });
    cleanUp.push(() => log.close());
    const payload = many({
      recipient_type: 'users',
      recipient_filter: { user_ids: [...userIds, bad] },
      channels: ['in_app', 'email'],
    });
    const command = createEnvelope('SEND_BULK', payload, {
      serviceName: 'library-service',
      correlationId: 'from-library',
    });
    const record = { topic: 'notification.commands', key: payload.batch_id, value: encodeEvent(command) };

    // Whoever has this account in hand holds all of them up: their rows are written and not committed.
    const account = await holdAccount(database, userIds.at(-1) ?? '');
    cleanUp.push(account.release);
    await log.append([record]);
    await vi.waitFor(async () => expect(await sessionsOfBff(sql, WAITS)).toBe(1), { timeout, interval: 20 });
    await bff.kill();
    await account.release();
    await vi.waitFor(async () => expect(await sessionsOfBff(sql)).toBe(0), { timeout, interval: 20 });
    expect(await inboxes(sql)).toEqual({ rows: 0, people: 0 });

    bff = await startAgain();
    const inTheMiddle = bff;
    await vi.waitFor(() => expect(mails.taken.length).toBeGreaterThanOrEqual(KILLED_AFTER), { timeout });
    await inTheMiddle.kill();
    expect(await inboxes(sql)).toEqual({ rows: RECIPIENTS - 1, people: RECIPIENTS - 1 });
    const world = await openChannelWorld(database);
    expect(await world.statuses()).toMatchObject({ queued: expect.any(Number) });

    bff = await startAgain();
    // What was on its way when it died is tried again when its lease is over.
    await world.letTimePass();
    await vi.waitFor(async () => expect(await world.statuses()).toEqual({ sent: MAILED }), { timeout });
    expect(await inboxes(sql)).toEqual({ rows: RECIPIENTS - 1, people: RECIPIENTS - 1 });
    const times = countEach(mails.taken.map((mail) => /^Message-ID: (\S+)/m.exec(mail)?.[1] ?? ''));
    expect(times.size).toBe(MAILED);
    expect(Math.max(...times.values())).toBeLessThanOrEqual(2);
    expect(mails.taken.length).toBeLessThanOrEqual(MAILED + AT_ONCE);
    expect(countEach(mails.taken.map((mail) => /^To: (\S+)/m.exec(mail)?.[1] ?? '')).size).toBe(MAILED);

    await vi.waitFor(
      async () => {
        const answers = await readAnswers(log);
        expect(answers.get('NOTIFICATION_QUEUED')?.size).toBe(RECIPIENTS - 1);
        expect(answers.get('NOTIFICATION_FAILED')).toEqual(new Map([[bad, 1]]));
        expect(answers.get('NOTIFICATION_SENT')?.size).toBe(MAILED);
        for (const [state, people] of answers)
          expect([state, Math.max(...people.values())]).toEqual([state, 1]);
      },
      { timeout, interval: 500 },
    );

    await vi.waitFor(() => expect(screen.shown().unread).toBe(1), { timeout });
    expect(screen.shown().notifications.map(({ title }) => title)).toEqual([payload.title]);
    expect([...screen.told.values()]).toEqual([1]);
  }, 240_000);
});

/** So many students, of whom the first want everything by mail too. */
async function createCrowd({ sql }: Database, count: number): Promise<string[]> {
  const { rows } = await sql.query<{ id: string }>(
    `INSERT INTO app_user (id, email, name, role, password_hash)
     SELECT gen_random_uuid(), 'n' || n || '@crowd.example', 'N', 'student', 'none' FROM generate_series(1, $1) AS n
     RETURNING id`,
    [count],
  );
  const ids = rows.map(({ id }) => id);
  await sql.query(
    `INSERT INTO notification_setting (user_id, preset) SELECT id, 'everything' FROM unnest($1::uuid[]) AS mailed (id)`,
    [ids.slice(0, MAILED)],
  );
  return ids;
}

async function holdAccount({ pool }: Database, userId: string) {
  const client = await pool.connect();
  await client.query('BEGIN');
  await client.query('SELECT 1 FROM app_user WHERE id = $1 FOR UPDATE', [userId]);
  let isHeld = true;
  return {
    async release() {
      if (!isHeld) return;
      isHeld = false;
      await client.query('ROLLBACK');
      client.release();
    },
  };
}

const WAITS = "wait_event_type = 'Lock' AND query LIKE '%INSERT INTO notification (%'";
async function sessionsOfBff(sql: SqlTx, which = 'true'): Promise<number> {
  const { rows } = await sql.query<{ count: number }>(
    `SELECT count(*)::int AS count FROM pg_stat_activity
     WHERE datname = current_database() AND application_name = 'nimbusu-bff' AND ${which}`,
  );
  return rows[0]?.count ?? 0;
}

async function inboxes(sql: SqlTx) {
  const { rows } = await sql.query<{ rows: number; people: number }>(
    'SELECT count(*)::int AS rows, count(DISTINCT user_id)::int AS people FROM notification_recipient',
  );
  return rows[0];
}

const Answer = z.object({
  event_id: z.string(),
  event_type: z.string(),
  payload: z.object({
    user_id: z.string(),
    recipients: z.object({ user_ids: z.array(z.string()) }).nullish(),
  }),
});

/** How often each person stands in an answer on `notification.status`, by what it says; an event is known by its id. */
async function readAnswers(log: EventLog): Promise<Map<string, Map<string, number>>> {
  const { records } = await log.readBack({ topics: ['notification.status'], limit: 5_000 });
  const answers = new Map(
    records.map(({ value }) => {
      const answer = Answer.parse(JSON.parse(String(value)));
      return [answer.event_id, answer];
    }),
  );
  const peopleOf = (state: string) =>
    [...answers.values()]
      .filter(({ event_type }) => event_type === state)
      .flatMap(({ payload }) => payload.recipients?.user_ids ?? [payload.user_id]);
  const states = new Set([...answers.values()].map(({ event_type }) => event_type));
  return new Map([...states].map((state) => [state, countEach(peopleOf(state))]));
}

function countEach(names: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}
