import { v4 } from 'uuid';
import * as z from 'zod';
import {
  catalogue,
  type EventType,
  eventDefinition,
  type PayloadInput,
  type PayloadOf,
  topicOf,
} from './catalogue';
import { optionalText, struct } from './fields';

/** An event as it travels: the contract's BaseEvent and its payload. A union over T, told apart by `event_type`. */
export type Envelope<T extends EventType = EventType> = { [K in T]: EnvelopeOf<K> }[T];

interface EnvelopeOf<T extends EventType> extends Omit<z.output<typeof EnvelopeHeader>, 'event_type'> {
  readonly event_type: T;
  readonly payload: PayloadOf<T>;
}

/** Takes an `Envelope<T>` also where T is not known yet. */
export interface AnyEnvelope {
  readonly event_id: string;
  readonly event_type: EventType;
  readonly payload: object;
}

/** BaseEvent: what every event carries beside its payload. */
export const EnvelopeHeader = struct({
  event_id: z.uuid(),
  event_type: z.string().regex(/^[A-Z_]+$/),
  event_version: z.string().regex(/^\d+\.\d+$/),
  // Go's zero time stays as it is here: the contract requires the field, and losing the event would be worse.
  timestamp: z.iso.datetime({ offset: true }),
  service_name: z.string(),
  correlation_id: optionalText,
  metadata: z
    .record(z.string(), z.string())
    .nullish()
    .transform((entries) => entries ?? {}),
});

export interface EnvelopeOptions {
  /** Who says it; the service that owns the topic, unless given. */
  readonly serviceName?: string;
  readonly correlationId: string;
  readonly eventId?: string;
  readonly timestamp?: string;
  readonly metadata?: Readonly<Record<string, string>>;
}

/** Checks the payload against the catalogue and wraps it. Throws a ZodError when the payload breaks the schema. */
export function createEnvelope<T extends EventType>(
  type: T,
  payload: PayloadInput<T>,
  options: EnvelopeOptions,
): Envelope<T> {
  const definition = eventDefinition(type);
  const envelope: EnvelopeOf<T> = {
    event_id: options.eventId ?? v4(),
    event_type: type,
    event_version: definition.version,
    timestamp: options.timestamp ?? new Date().toISOString(),
    service_name: options.serviceName ?? catalogue[topicOf(type)].producers[0],
    correlation_id: options.correlationId,
    metadata: { ...options.metadata },
    payload: definition.payload.parse(payload),
  };
  return envelope;
}

/** The key of the record in the log: the id the event is about, so that its events keep their order. */
export function partitionKeyOf(envelope: AnyEnvelope): string {
  const values: Readonly<Record<string, unknown>> = { ...envelope.payload };
  for (const field of eventDefinition(envelope.event_type).key) {
    const value = values[field];
    if (typeof value === 'string' && value !== '') return value;
  }
  return envelope.event_id;
}
