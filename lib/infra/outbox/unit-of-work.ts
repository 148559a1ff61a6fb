import type { EventType, PayloadInput } from '@/lib/contracts/events/catalogue';
import type { Database } from '@/lib/infra/db/database';
import type { SqlTx } from '@/lib/infra/db/sql';
import { type EventContext, type PendingEvent, prepareEvent, writeToOutbox } from './publish';

/** A transaction that can say what has happened in it. */
export interface EventfulTx extends SqlTx {
  /**
   * The event becomes part of the transaction: it exists if and only if the transaction commits. Events of one
   * transaction keep their order. `correlationId` where it goes on what an earlier request began. Returns the `event_id`.
   */
  publish<T extends EventType>(
    type: T,
    payload: PayloadInput<T>,
    options?: { eventId?: string; correlationId?: string },
  ): string;
}

export interface UnitOfWork {
  /** Runs `work` in one transaction, writes what it published, commits, then wakes the relay. */
  run<T>(context: EventContext, work: (tx: EventfulTx) => Promise<T>): Promise<T>;
}

export function createUnitOfWork(database: Database, wakeRelay: () => void): UnitOfWork {
  return {
    async run(context, work) {
      const events: PendingEvent[] = [];
      const result = await database.transaction(async (tx) => {
        const value = await work(eventful(tx, context, events));
        await writeToOutbox(tx, events);
        return value;
      });
      if (events.length > 0) wakeRelay();
      return result;
    },
  };
}

/** The same, with what its events tell of where they come from; what a caller says itself goes before. */
export function withOrigin(unitOfWork: UnitOfWork, origin: Readonly<Record<string, string>>): UnitOfWork {
  return {
    run: (context, work) =>
      unitOfWork.run({ ...context, metadata: { ...origin, ...context.metadata } }, work),
  };
}

/** Gives a transaction the voice of {@link EventfulTx}; whoever owns the transaction writes `events` before its commit. */
export function eventful(tx: SqlTx, context: EventContext, events: PendingEvent[]): EventfulTx {
  return {
    query: tx.query,
    publish(type, payload, options) {
      const event = prepareEvent(type, payload, { ...context, ...options });
      events.push(event);
      return event.eventId;
    },
  };
}
