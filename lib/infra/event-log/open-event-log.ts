import type { Database } from '@/lib/infra/db/database';
import { createKafkaEventLog } from './kafka/kafka-event-log';
import type { EventLog } from './port';
import { createPostgresEventLog } from './postgres/postgres-event-log';

/** Kafka when there are brokers, the log embedded in PostgreSQL otherwise. */
export function openEventLog(options: {
  brokers: readonly string[] | null;
  database: Database;
  clientId: string;
  onError?: (error: unknown) => void;
}): EventLog {
  const { brokers, database, clientId, onError = () => undefined } = options;
  return brokers
    ? createKafkaEventLog({ brokers, clientId, onError })
    : createPostgresEventLog({ database, onError });
}
