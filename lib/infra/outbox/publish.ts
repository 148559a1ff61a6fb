import { type EventType, type PayloadInput, topicOf } from '@/lib/contracts/events/catalogue';
import { createEnvelope, partitionKeyOf } from '@/lib/contracts/events/envelope';
import { encodeEvent } from '@/lib/contracts/events/wire';
import { prepared, type SqlTx } from '@/lib/infra/db/sql';
import { partitionHash } from '@/lib/infra/event-log/partition-hash';

/** What an event carries of the request that caused it. */
export interface EventContext {
  /** Goes with the event through every step to the browser. */
  readonly correlationId: string;
  readonly metadata?: Readonly<Record<string, string>>;
}

/** An event that waits for its transaction: its outbox row, ready to be written. */
export interface PendingEvent {
  readonly eventId: string;
  readonly topic: string;
  readonly key: string;
  readonly eventType: EventType;
  readonly value: string;
  readonly correlationId: string;
}

/** Checks the payload against the catalogue and gives it its envelope. Throws when the payload breaks the schema. */
export function prepareEvent<T extends EventType>(
  type: T,
  payload: PayloadInput<T>,
  context: EventContext & { readonly eventId?: string },
): PendingEvent {
  const envelope = createEnvelope(type, payload, context);
  return {
    eventId: envelope.event_id,
    topic: topicOf(type),
    key: partitionKeyOf(envelope),
    eventType: type,
    value: encodeEvent(envelope),
    correlationId: context.correlationId,
  };
}

/** Writes the events into the outbox, in their order and in the caller's transaction, by one statement. */
export async function writeToOutbox(tx: SqlTx, events: readonly PendingEvent[]): Promise<void> {
  if (events.length === 0) return;
  await tx.query(INSERT, [
    events.map((event) => event.eventId),
    events.map((event) => event.topic),
    events.map((event) => event.key),
    events.map((event) => partitionHash(event.key)),
    events.map((event) => event.eventType),
    events.map((event) => event.value),
    events.map((event) => event.correlationId),
  ]);
}

/** Publishes one event in the caller's transaction; returns its `event_id`. The relay must be woken after the commit. */
export async function publish<T extends EventType>(
  tx: SqlTx,
  type: T,
  payload: PayloadInput<T>,
  context: EventContext & { readonly eventId?: string },
): Promise<string> {
  const event = prepareEvent(type, payload, context);
  await writeToOutbox(tx, [event]);
  return event.eventId;
}

const INSERT = prepared(`
  INSERT INTO outbox_event (event_id, topic, partition_key, partition_hash, event_type, value, correlation_id)
  SELECT * FROM unnest($1::uuid[], $2::text[], $3::text[], $4::int[], $5::text[], $6::text[], $7::text[])`);
