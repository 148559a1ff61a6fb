import type { SqlTx } from '@/lib/infra/db/sql';
import type { EventLog } from '@/lib/infra/event-log/port';
import { REST_MS, type RelayTurn } from './run-relay';
import { markRelayed, type StampedEvent, stampBatch, stampedButNotRelayed } from './stamp-batch';

/** Header of a record: the sequencer's stamp of the event. */
const SEQUENCE_HEADER = 'nimbusu-seq';

/** What was sent is marked soon after, off the way of whoever waits for it. */
const MARK_AFTER_MS = 20;

/**
 * A turn of the relay against a log outside the database: stamp, send, one batch in flight; the next turn's stamping
 * marks what was sent. A failed send ends the leadership; the next one, on a new connection, sends the batch again:
 * consumers know an event by its id.
 */
export function createKafkaTurn(options: {
  append: EventLog['append'];
  batchSize: number;
  onRelayed: (events: readonly StampedEvent[]) => void;
}): RelayTurn {
  // On a new connection, what an earlier leader or a failed send left behind goes first, until there is none.
  let caughtUpOn: SqlTx | null = null;
  let sentSeq: string | null = null;

  async function leftBehind(sql: SqlTx): Promise<StampedEvent[]> {
    if (caughtUpOn === sql) return [];
    if (sentSeq) await markRelayed(sql, sentSeq);
    const events = await stampedButNotRelayed(sql, options.batchSize);
    if (events.length === 0) caughtUpOn = sql;
    return events;
  }

  return async (sql) => {
    const leftovers = await leftBehind(sql);
    const events = leftovers.length > 0 ? leftovers : await stampBatch(sql, options.batchSize, sentSeq);
    const last = events.at(-1);
    if (!last) return REST_MS.untilWoken;
    await options.append(
      events.map(({ topic, key, value, seq }) => ({
        topic,
        key,
        value,
        headers: { [SEQUENCE_HEADER]: seq },
      })),
    );
    sentSeq = last.seq;
    options.onRelayed(events);
    return leftovers.length > 0 || events.length === options.batchSize ? REST_MS.none : MARK_AFTER_MS;
  };
}
