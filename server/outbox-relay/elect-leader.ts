import { setTimeout } from 'node:timers/promises';
import pg from 'pg';
import { OUTBOX_CHANNEL } from '@/lib/infra/outbox/wake-relay';

/** Any constant will do; it names "the relay's leadership" among the advisory locks of the database. */
const LEADERSHIP_LOCK = 7_340_001;
const RESIGN_LIMIT_MS = 2_000;

/** Leadership is a lock of this one connection: whoever loses the connection has lost the lock, and can stamp nothing. */
export interface Leadership {
  readonly client: pg.Client;
  /** Resolves (never rejects) when the connection is gone, and the leadership with it. */
  readonly lost: Promise<void>;
  resign(): Promise<void>;
}

/**
 * Tries once to become the one relay of this database. `null`: another process is.
 * `onWake` is called for each wake-up that web processes send; it listens only as the leader.
 */
export async function tryToLead(databaseUrl: string, onWake: () => void): Promise<Leadership | null> {
  const client = new pg.Client({
    connectionString: databaseUrl,
    application_name: 'nimbusu-relay',
    connectionTimeoutMillis: 5_000,
    keepAlive: true,
  });
  const lost = new Promise<void>((resolve) => {
    client.once('error', () => resolve());
    client.once('end', () => resolve());
  });
  client.on('error', () => undefined); // told by `lost`; without a listener it would end the process
  await client.connect();
  try {
    const answer = await client.query<{ leads: boolean }>('SELECT pg_try_advisory_lock($1) AS leads', [
      LEADERSHIP_LOCK,
    ]);
    if (!answer.rows[0]?.leads) {
      await client.end();
      return null;
    }
    client.on('notification', onWake);
    await client.query(`LISTEN ${OUTBOX_CHANNEL}`);
  } catch (error) {
    await client.end().catch(() => undefined); // the first error is the one that tells
    throw error;
  }
  return {
    client,
    lost,
    // On a dead network `end` waits for an answer that never comes; the server frees the lock by itself then.
    resign: () => Promise.race([client.end(), setTimeout(RESIGN_LIMIT_MS, undefined, { ref: false })]),
  };
}
