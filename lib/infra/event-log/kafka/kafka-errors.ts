import kafkajs from 'kafkajs';
import { EventLogUnavailable } from '../port';

/** Kafka's errors that are about the records or the caller: trying again would end the same. */
const CALLERS_FAULTS = new Set([
  'MESSAGE_TOO_LARGE',
  'RECORD_LIST_TOO_LARGE',
  'INVALID_TOPIC_EXCEPTION',
  'CORRUPT_MESSAGE',
]);

/** What kafkajs throws, as the port says it: an outage unless the records themselves are refused. */
export function fromKafkaJs(error: unknown): unknown {
  if (!(error instanceof kafkajs.KafkaJSError)) return error;
  const kinds = typesOf(error);
  if (kinds.some((kind) => CALLERS_FAULTS.has(kind))) return error;
  return new EventLogUnavailable(`Kafka: ${error.message}`, { cause: error });
}

function typesOf(error: unknown): string[] {
  if (!(error instanceof Error)) return [];
  const own = 'type' in error && typeof error.type === 'string' ? [error.type] : [];
  return [...own, ...typesOf(error.cause)];
}
