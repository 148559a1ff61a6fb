import type { SqlTx } from '@/lib/infra/db/sql';
import type { EventLog } from '@/lib/infra/event-log/port';
import type { RelayTurn } from './run-relay';
import { markRelayed, type StampedEvent, stampBatch, stampedButNotRelayed } from './stamp-batch';

/** Header of a record: the sequencer's stamp of the event. */
const SEQUENCE_HEADER = 'nimbusu-seq';

/**
 * A turn of the relay against a log outside the database: stamp, send, mark, one batch in flight. A failed
 * send ends the leadership; the next one, on a new connection, sends the batch again: consumers know an event by its id.
 */
export function createKafkaTurn(options: {
  append: EventLog['append'];
  batchSize: number;
  onRelayed: (events: readonly StampedEvent[]) => void;
}): RelayTurn {
  // On a new connection, what an earlier leader or a failed send left behind goes first, until there is none.
  let caughtUpOn: SqlTx | null = null;
  return async (sql) => {
    const leftovers = caughtUpOn === sql ? [] : await stampedButNotRelayed(sql, options.batchSize);
    if (leftovers.length === 0) caughtUpOn = sql;
    const events = leftovers.length > 0 ? leftovers : await stampBatch(sql, options.batchSize);
    const last = events.at(-1);
    if (!last) return false;
    await options.append(
      events.map(({ topic, key, value, seq }) => ({
        topic,
        key,
        value,
        headers: { [SEQUENCE_HEADER]: seq },
      })),
    );
    options.onRelayed(events);
    await markRelayed(sql, last.seq);
    return events.length === options.batchSize || leftovers.length > 0;
  };
}
