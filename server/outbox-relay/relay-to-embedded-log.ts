import { prepared } from '@/lib/infra/db/sql';
import { TELL_OF_APPEND } from '@/lib/infra/event-log/postgres/append-records';
import { REST_MS, type RelayTurn } from './run-relay';
import { NUMBER_THE_NEXT } from './stamp-batch';

/**
 * A turn of the relay against the embedded log: one statement stamps the events, writes them to the log, so they are
 * in it exactly once, and tells its readers. The stamp is the offset.
 */
export function createEmbeddedTurn(options: {
  batchSize: number;
  onRelayed: (events: readonly { topic: string; eventType: string }[]) => void;
}): RelayTurn {
  return async (sql) => {
    const { rows } = await sql.query<{ topic: string; eventType: string }>(MOVE, [options.batchSize]);
    if (rows.length > 0) options.onRelayed(rows);
    return rows.length === options.batchSize ? REST_MS.none : REST_MS.untilWoken;
  };
}

// A topic that is not registered has no partitions: the partition is null, the statement fails, nothing is lost.
const MOVE = prepared(`
  WITH ${NUMBER_THE_NEXT}, stamped AS (
    UPDATE outbox_event SET seq = numbered.number, relayed_at = now() FROM numbered WHERE outbox_event.id = numbered.id
  ), written AS (
    INSERT INTO event_log_record (log_offset, topic, log_partition, record_key, value, headers)
    SELECT numbered.number, numbered.topic, numbered.partition_hash % event_log_topic.partitions,
      numbered.partition_key, numbered.value, '{}'::jsonb
    FROM numbered LEFT JOIN event_log_topic ON event_log_topic.name = numbered.topic
  )
  SELECT topic, event_type AS "eventType", (${TELL_OF_APPEND}) FROM numbered`);
