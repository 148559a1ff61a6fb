import type { GroupId } from '@/lib/contracts/events/consumer-groups';
import type { DeadLetterEvent } from '@/lib/contracts/events/dead-letter';
import type { LogRecord, ProducedRecord } from '@/lib/infra/event-log/port';

/** Why a record ended here: a bounded set, so that it can be a metric's label. */
export type FailureClass = 'undecodable' | 'invalid' | 'refused' | 'retries_exhausted';

export const DEAD_LETTER_TOPIC = 'dlq.events';

export interface Failure {
  readonly class: FailureClass;
  readonly reason: string;
  readonly count: number;
  readonly at: Date;
  readonly error?: unknown;
  readonly eventId?: string;
}

/** The contract's DeadLetterEvent as a record: the body field for field, the origin in headers (decision 004). */
export function deadLetterOf(
  record: LogRecord,
  groupId: GroupId,
  service: string,
  failure: Failure,
): ProducedRecord {
  const body: DeadLetterEvent = {
    original_topic: record.topic,
    original_event: EMBEDDED,
    original_key: record.key ?? '',
    original_timestamp: new Date(record.timestampMs).toISOString(),
    failure_reason: failure.reason,
    failure_count: failure.count,
    last_attempt_at: failure.at.toISOString(),
    consumer_group: groupId,
    service_name: service,
    stack_trace: failure.error instanceof Error ? (failure.error.stack ?? '') : '',
  };
  const original = Object.entries(record.headers).map(([name, value]) => [`original.${name}`, value]);
  return {
    topic: DEAD_LETTER_TOPIC,
    key: `${record.topic}-${record.partition}-${record.offset}-${groupId}`,
    // The event goes in as the text it was: parsed and written again it could lose the digits of large numbers.
    value: JSON.stringify(body).replace(JSON.stringify(EMBEDDED), () => originalJson(record.value)),
    headers: {
      ...Object.fromEntries(original),
      'dlq.original_topic': record.topic,
      'dlq.original_partition': String(record.partition),
      'dlq.original_offset': record.offset,
      'dlq.event_id': failure.eventId ?? '',
      'dlq.target_group': groupId,
      'dlq.replay_count': record.headers['dlq.replay_count'] ?? '0',
      'dlq.error_class': failure.class,
    },
  };
}

const EMBEDDED = '\u0000the original event\u0000';

/** The record's value if it is JSON, else as a JSON string (base64 when it is no text either). */
function originalJson(value: Buffer | null): string {
  if (value === null) return 'null';
  const text = value.toString('utf8');
  try {
    JSON.parse(text);
    return text;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return JSON.stringify(
      Buffer.from(text, 'utf8').equals(value) ? text : `base64:${value.toString('base64')}`,
    );
  }
}
