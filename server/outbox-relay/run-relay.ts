import type { SqlTx } from '@/lib/infra/db/sql';
import { sqlOf } from '@/lib/infra/db/sql';
import { createSignal } from '@/lib/infra/signal';
import { type Leadership, tryToLead } from './elect-leader';

/**
 * Moves one batch from the outbox to the log, on the leader's own connection. Returns for how many ms there is nothing
 * more to do unless a wake-up comes.
 */
export type RelayTurn = (sql: SqlTx) => Promise<number>;

export interface RunningRelay {
  /** There may be something to move (called in the same process after a commit; other processes use NOTIFY). */
  wake(): void;
  leads(): boolean;
  /** ms since the epoch of the last turn, as leader or on stand-by. Health and the watchdog look at it. */
  lastTurnMs(): number;
  stop(): Promise<void>;
}

/** After a turn: none while there may be more; else until a wake-up, with a look once a second in case one got lost. */
export const REST_MS = { none: 0, untilWoken: 1_000 } as const;
const RETRY_MS = { first: 100, most: 5_000 };

/**
 * Keeps the outbox empty: one leader among all BFF processes takes turns while there is something, sleeps until woken,
 * and takes over within a second when the leader's connection dies. An outage of the database or the log only delays:
 * nothing is dropped, the same events are tried again in the same order.
 */
export function runRelay(options: {
  databaseUrl: string;
  takeTurn: RelayTurn;
  onError: (error: unknown) => void;
  onLeading?: () => void;
}): RunningRelay {
  const work = createSignal();
  let leadership: Leadership | null = null;
  let stopping = false;
  let lastTurn = Date.now();
  let retryMs = RETRY_MS.first;

  async function lead(current: Leadership): Promise<void> {
    const sql = sqlOf(current.client);
    let connected = true;
    void current.lost.then(() => {
      connected = false;
      work.raise();
    });
    options.onLeading?.();
    while (!stopping && connected) {
      const restMs = await options.takeTurn(sql);
      lastTurn = Date.now();
      retryMs = RETRY_MS.first;
      if (restMs > 0) await work.wait(restMs);
    }
  }

  async function run(): Promise<void> {
    while (!stopping) {
      try {
        leadership = await tryToLead(options.databaseUrl, work.raise);
        lastTurn = Date.now();
        if (leadership) await lead(leadership);
        else await work.wait(REST_MS.untilWoken);
      } catch (error) {
        options.onError(error);
        await work.wait(retryMs);
        retryMs = Math.min(retryMs * 2, RETRY_MS.most);
      } finally {
        await leadership?.resign().catch(options.onError);
        leadership = null;
      }
    }
  }

  const running = run();
  return {
    wake: work.raise,
    leads: () => leadership !== null,
    lastTurnMs: () => lastTurn,
    async stop() {
      stopping = true;
      work.raise();
      await running;
    },
  };
}
