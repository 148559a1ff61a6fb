import kafkajs from 'kafkajs';
import { EventLogUnavailable } from '../port';

/** Kafka's errors that are about the records or the caller: trying again would end the same. */
const CALLERS_FAULTS = new Set([
  'MESSAGE_TOO_LARGE',
  'RECORD_LIST_TOO_LARGE',
  'INVALID_TOPIC_EXCEPTION',
  'INVALID_REPLICATION_FACTOR',
  'INVALID_PARTITIONS',
  'CORRUPT_MESSAGE',
]);

/** What kafkajs throws, as the port says it: an outage unless the records themselves are refused. */
export function fromKafkaJs(error: unknown): unknown {
  if (!(error instanceof kafkajs.KafkaJSError)) return error;
  if (typesOf(error).some((type) => CALLERS_FAULTS.has(type))) return error;
  return new EventLogUnavailable(`Kafka: ${error.message}`, { cause: error });
}

/** kafkajs hides the broker's answer in causes, and in the `errors` of what it did for several topics at once. */
export function typesOf(error: unknown): string[] {
  if (!(error instanceof Error)) return [];
  const own = 'type' in error && typeof error.type === 'string' ? [error.type] : [];
  const inner = 'errors' in error && Array.isArray(error.errors) ? error.errors : [];
  return [...own, ...typesOf(error.cause), ...inner.flatMap(typesOf)];
}
