import { type EventType, isEventType } from '@/lib/contracts/events/catalogue';
import {
  consumerGroups,
  type GroupId,
  type HandlerShape,
  type HandlerTable,
} from '@/lib/contracts/events/consumer-groups';
import type { Envelope } from '@/lib/contracts/events/envelope';
import { decodeEvent } from '@/lib/contracts/events/wire';
import type { Database } from '@/lib/infra/db/database';
import { isOutage } from '@/lib/infra/db/is-outage';
import { prepared } from '@/lib/infra/db/sql';
import {
  type EventLog,
  type LogRecord,
  type PartitionBatch,
  PartitionLost,
  type Subscription,
} from '@/lib/infra/event-log/port';
import type { Logger } from '@/lib/infra/logger/logger';
import type { EventMetrics } from '@/lib/infra/metrics/event-metrics';
import { type PendingEvent, writeToOutbox } from '@/lib/infra/outbox/publish';
import { eventful } from '@/lib/infra/outbox/unit-of-work';
import { deadLetterOf, type Failure } from './dead-letter';
import type { OutageGate } from './outage-gate';
import type { HandlerContext, Outcome } from './outcome';
import { contractRetries, delayBeforeRetry, type RetrySettings } from './retry-schedule';

/** A row of a group's handler table. */
export interface Handler extends HandlerShape {
  readonly handler: (event: Envelope<this['type']>, context: HandlerContext) => Promise<Outcome>;
}

export interface GroupServices {
  readonly log: EventLog;
  readonly database: Database;
  readonly gate: OutageGate;
  readonly metrics: EventMetrics;
  readonly logger: Logger;
  /** Called after a commit that published events. */
  readonly wakeRelay: () => void;
  /** The university's. */
  readonly timeZone: string;
  readonly retry?: RetrySettings;
}

/**
 * Runs one domain group of the contract in this process: each record in the order of its partition through decode,
 * catalogue, inbox, handler and commit. A record is marked done only after its effect or its dead letter is durable.
 */
export function runGroup<G extends GroupId>(
  groupId: G,
  handlers: HandlerTable<G, Handler>,
  services: GroupServices,
): Promise<Subscription> {
  const { log, database, gate, metrics } = services;
  const logger = services.logger.child({ consumer_group: groupId });
  const rows: Readonly<Record<string, unknown>> = handlers;

  async function handleBatch(batch: PartitionBatch): Promise<void> {
    for (const record of batch.records) {
      if (!batch.active()) return;
      await handleRecord(record, batch);
      await batch.markDone(record.offset);
    }
  }

  async function handleRecord(record: LogRecord, batch: PartitionBatch): Promise<void> {
    const decoded = decodeEvent(record.value);
    const eventType = 'envelope' in decoded ? decoded.envelope.event_type : 'unknown';
    metrics.consumed.inc({ topic: record.topic, consumer_group: groupId, event_type: eventType });
    if (decoded.kind === 'unknown') return;
    if (decoded.kind !== 'event') {
      const eventId = decoded.kind === 'invalid' ? decoded.eventId : undefined;
      return bury(record, batch, {
        class: decoded.kind,
        reason: decoded.reason,
        count: 1,
        at: new Date(),
        eventId,
      });
    }
    const handle = handlerFor(rows, eventType);
    if (handle) await attempt(record, decoded.envelope, handle, batch);
  }

  async function attempt(
    record: LogRecord,
    event: Envelope,
    handle: Handle,
    batch: PartitionBatch,
  ): Promise<void> {
    const log = logger.child({
      ...whereabouts(record),
      event_id: event.event_id,
      correlation_id: event.correlation_id,
    });
    for (let failures = 1; ; failures += 1) {
      const stopTimer = metrics.processing.startTimer({ topic: record.topic, event_type: event.event_type });
      const result = await gate
        .pass(() => runOnce(record, event, handle, batch, log), batch)
        .catch((error: unknown) => {
          if (error instanceof PartitionLost || isOutage(error)) throw error;
          return {
            kind: 'threw' as const,
            reason: error instanceof Error ? error.message : String(error),
            error,
          };
        });
      const seconds = stopTimer();
      if (result.kind === 'done' || result.kind === 'skip') {
        log.debug({ event_type: event.event_type, outcome: result.kind, seconds }, 'handled');
        return;
      }
      metrics.consumerErrors.inc({ topic: record.topic, consumer_group: groupId });
      const delay =
        result.kind === 'dead' ? null : delayBeforeRetry(failures, services.retry ?? contractRetries);
      log.warn(
        { event_type: event.event_type, outcome: result, failures, retry_in_ms: delay },
        'not handled',
      );
      if (delay === null) {
        return bury(record, batch, {
          class: result.kind === 'dead' ? 'refused' : 'retries_exhausted',
          reason: result.reason,
          count: failures,
          at: new Date(),
          error: 'error' in result ? result.error : undefined,
          eventId: event.event_id,
        });
      }
      await batch.heartbeat();
      await new Promise((resolve) => setTimeout(resolve, delay));
    }
  }

  /** Inbox, effect, its events and (on the embedded log) the offset: one transaction. */
  async function runOnce(
    record: LogRecord,
    event: Envelope,
    handle: Handle,
    batch: PartitionBatch,
    log: Logger,
  ): Promise<Outcome> {
    const events: PendingEvent[] = [];
    const result = await database
      .transaction(async (tx) => {
        const isNew = await tx.query(INBOX, [groupId, event.event_id]);
        const said: Outcome =
          isNew.rowCount === 0
            ? { kind: 'skip', reason: 'handled before' }
            : await handle(event, {
                tx: eventful(tx, { correlationId: event.correlation_id }, events),
                logger: log,
                timeZone: services.timeZone,
              });
        if (said.kind === 'retry' || said.kind === 'dead') throw new RolledBack(said);
        await writeToOutbox(tx, events);
        await batch.markDoneWithin(tx, record.offset);
        return said;
      })
      .catch((error: unknown) => {
        if (error instanceof RolledBack) return error.outcome;
        throw error;
      });
    if (events.length > 0 && result.kind === 'done') services.wakeRelay();
    return result;
  }

  async function bury(record: LogRecord, batch: PartitionBatch, failure: Failure): Promise<void> {
    const { service } = consumerGroups[groupId];
    await gate.pass(() => log.append([deadLetterOf(record, groupId, service, failure)]), batch);
    metrics.deadLetters.inc({ original_topic: record.topic, failure_reason: failure.class });
    logger.error(
      { ...whereabouts(record), event_id: failure.eventId, reason: failure.reason },
      'sent to the dead letter queue',
    );
  }

  return log.subscribe({
    groupId,
    topics: consumerGroups[groupId].topics,
    startFrom: 'earliest',
    onBatch: handleBatch,
  });
}

type Handle = (event: Envelope, context: HandlerContext) => Promise<Outcome>;

/** The table is typed row by row; looked up by an event's own type, row and event belong together. */
function handlerFor(rows: Readonly<Record<string, unknown>>, type: EventType | 'unknown'): Handle | null {
  const row = isEventType(type) ? rows[type] : undefined;
  return isHandle(row) ? row : null;
}

const isHandle = (row: unknown): row is Handle => typeof row === 'function';

const whereabouts = ({ topic, partition, offset }: LogRecord) => ({ topic, partition, offset });

/** Carries a handler's `retry` or `dead` out of its transaction, so that it rolls back. */
class RolledBack extends Error {
  constructor(readonly outcome: Outcome) {
    super('rolled back by the handler');
  }
}

const INBOX = prepared(`
  INSERT INTO inbox_event (consumer_group, event_id) VALUES ($1, $2) ON CONFLICT DO NOTHING`);
