import { stringifyJson } from '@/lib/contracts/events/lossless-json';
import { looksLikeId, MASK, maskPersonal, withoutQuotes } from '@/lib/contracts/events/mask-personal';
import { decodeEvent, parseRecord } from '@/lib/contracts/events/wire';
import type { DeadLetterView, DeskRow, RecordState } from '@/lib/contracts/pushes/desk';
import type { LogRecord } from '@/lib/infra/event-log/port';
import { DEAD_LETTER_TOPIC } from '../consumers/dead-letter';

/** A record as the desk shows and searches it: nothing personal is left in either. */
export interface DescribedRecord {
  readonly row: DeskRow;
  /** The masked record as compact JSON, in small letters. */
  readonly searchable: string;
}

const SUMMARY_LENGTH = 240;

export function describeRecord(record: LogRecord): DescribedRecord {
  const parsed = parseRecord(record.value ?? new Uint8Array());
  const json = 'record' in parsed ? parsed.record : null;
  const masked = fieldsOf(maskPersonal(json).value);
  const isDeadLetter = record.topic === DEAD_LETTER_TOPIC && json !== null;
  const event = isDeadLetter ? fieldsOf(masked.original_event) : masked;
  const shown = event.payload ?? (isDeadLetter ? masked.original_event : json === null ? undefined : masked);
  const row: DeskRow = {
    topic: record.topic,
    partition: record.partition,
    offset: record.offset,
    at: new Date(record.timestampMs).toISOString(),
    key: maskKey(record.key),
    state: isDeadLetter ? 'dead_letter' : stateOf(record),
    event_type: nameOf(event.event_type),
    event_id: textOf(event.event_id),
    correlation_id: textOf(event.correlation_id),
    service: textOf(event.service_name),
    summary: shown === undefined ? '' : stringifyJson(shown).slice(0, SUMMARY_LENGTH),
    dead_letter: isDeadLetter ? deadLetterView(masked, record) : null,
  };
  return { row, searchable: `${row.event_type} ${row.topic} ${stringifyJson(masked)}`.toLowerCase() };
}

function stateOf(record: LogRecord): RecordState {
  const decoded = decodeEvent(record.value);
  return decoded.kind === 'event' ? 'valid' : decoded.kind;
}

/** A key is an id, unless another service keyed its records by an address. */
export function maskKey(key: string | null): string | null {
  return key === null || key === '' || looksLikeId(key) ? key : MASK;
}

function deadLetterView(body: Readonly<Record<string, unknown>>, { headers }: LogRecord): DeadLetterView {
  return {
    // Only this product writes its class; what another service buried says at least why.
    failure_class: headers['dlq.error_class'] ?? '',
    reason: withoutQuotes(textOf(body.failure_reason)),
    group: textOf(body.consumer_group),
    original_topic: textOf(body.original_topic),
    original_partition: headers['dlq.original_partition'] ?? '',
    original_offset: headers['dlq.original_offset'] ?? '',
    failure_count: typeof body.failure_count === 'number' ? Math.trunc(body.failure_count) : 0,
    replay_count: headers['dlq.replay_count'] ?? '0',
  };
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/** What stands in the place of a type may be anything in a broken event. */
function nameOf(value: unknown): string {
  const name = textOf(value);
  return /^[A-Z_]{1,64}$/.test(name) ? name : name === '' ? '' : MASK;
}

function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {};
}
