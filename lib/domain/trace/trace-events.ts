import { consumerGroups } from '@/lib/contracts/events/consumer-groups';
import { EnvelopeHeader } from '@/lib/contracts/events/envelope';
import type { SqlTx } from '@/lib/infra/db/sql';

/** An event of this product, from the transaction that wrote it to the groups that had their effect from it. */
export interface TracedEvent {
  readonly eventId: string;
  readonly eventType: string;
  readonly topic: string;
  readonly writtenAt: Date;
  /** `null` while it waits for the relay. */
  readonly relayedAt: Date | null;
  readonly request: string;
  readonly requestedAt: string | null;
}

export interface TracedEffect {
  readonly eventId: string;
  readonly group: string;
  readonly processedAt: Date;
}

/** The events of a correlation id that the outbox still has, in the order they happened, and how many there are. */
export async function eventsOfCorrelation(
  sql: SqlTx,
  correlationId: string,
  limit: number,
): Promise<{ events: TracedEvent[]; total: number }> {
  const { rows } = await sql.query<EventRow>(EVENTS, [correlationId, limit]);
  const events = rows.map(({ value, total: _total, ...row }) => ({ ...row, ...originOf(value) }));
  return { events, total: rows[0]?.total ?? 0 };
}

/** Which groups have had their effect from these events, and when. */
export async function effectsOfEvents(sql: SqlTx, eventIds: readonly string[]): Promise<TracedEffect[]> {
  const { rows } = await sql.query<TracedEffect>(EFFECTS, [Object.keys(consumerGroups), eventIds]);
  return rows;
}

interface EventRow {
  eventId: string;
  eventType: string;
  topic: string;
  writtenAt: Date;
  relayedAt: Date | null;
  value: string;
  total: number;
}

/** What the request wrapper put into the event's metadata. */
function originOf(value: string): Pick<TracedEvent, 'request' | 'requestedAt'> {
  const header = EnvelopeHeader.safeParse(JSON.parse(value));
  const metadata: Readonly<Record<string, string>> = header.success ? header.data.metadata : {};
  const { request = '', requested_at = '' } = metadata;
  return { request, requestedAt: Number.isNaN(Date.parse(requested_at)) ? null : requested_at };
}

const EVENTS = `
  SELECT event_id AS "eventId", event_type AS "eventType", topic, created_at AS "writtenAt",
    relayed_at AS "relayedAt", value, count(*) OVER ()::int AS total
  FROM outbox_event WHERE correlation_id = $1
  ORDER BY seq NULLS LAST, id LIMIT $2`;

const EFFECTS = `
  SELECT event_id AS "eventId", consumer_group AS "group", processed_at AS "processedAt"
  FROM inbox_event WHERE consumer_group = ANY ($1::text[]) AND event_id = ANY ($2::uuid[])
  ORDER BY processed_at, consumer_group`;
