import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import type { SqlTx } from '@/lib/infra/db/sql';

/** What all processes hear that is worth nothing a moment later: nothing of it is kept, and what gets lost is said again. */
export interface LiveBus {
  /** To every process, this one too. At most 7,000 bytes of JSON; a longer one is not sent. */
  say(message: unknown): void;
  stop(): Promise<void>;
}

const CHANNEL = 'nimbusu_live';
const MOST_BYTES = 7_000;
const RETRY_MS = 1_000;

/**
 * A bus over PostgreSQL's LISTEN and NOTIFY, on a connection of its own and outside any transaction of the domain. A lost
 * connection is made anew.
 */
export function openLiveBus(options: {
  databaseUrl: string;
  sql: SqlTx;
  hear: (message: unknown) => void;
  onError: (error: unknown) => void;
}): LiveBus {
  const { databaseUrl, sql, hear, onError } = options;
  let isStopped = false;
  let client: pg.Client | null = null;

  async function listen(): Promise<void> {
    const next = new pg.Client({
      connectionString: databaseUrl,
      application_name: 'nimbusu-live',
      connectionTimeoutMillis: 5_000,
      keepAlive: true,
    });
    const lost = new Promise<void>((resolve) => {
      next.once('error', () => resolve());
      next.once('end', () => resolve());
    });
    next.on('error', onError);
    next.on('notification', ({ payload }) => {
      try {
        hear(JSON.parse(payload ?? 'null'));
      } catch (error) {
        onError(error);
      }
    });
    client = next;
    await next.connect();
    await next.query(`LISTEN ${CHANNEL}`);
    await lost;
  }

  async function run(): Promise<void> {
    while (!isStopped) {
      try {
        await listen();
      } catch (error) {
        if (!isStopped) onError(error);
      }
      await client?.end().catch(() => undefined); // what went wrong with it is told
      if (!isStopped) await wait(RETRY_MS, undefined, { ref: false });
    }
  }
  const running = run();

  return {
    say(message) {
      const payload = JSON.stringify(message);
      if (isStopped || Buffer.byteLength(payload) > MOST_BYTES) return;
      sql.query(SAY, [payload]).catch(onError);
    },
    async stop() {
      isStopped = true;
      await client?.end().catch(() => undefined);
      await running;
    },
  };
}

// What is said need not survive a crash, so it does not wait for the disk as every other commit does.
const SAY = `SELECT set_config('synchronous_commit', 'off', true), pg_notify('${CHANNEL}', $1)`;
