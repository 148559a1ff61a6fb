import type { Envelope } from '@/lib/contracts/events/envelope';
import { decodeEvent } from '@/lib/contracts/events/wire';
import type { EventLog, LogRecord, Subscription } from '@/lib/infra/event-log/port';
import type { Logger } from '@/lib/infra/logger/logger';
import type { EventMetrics } from '@/lib/infra/metrics/event-metrics';
import { gatewayTable, gatewayTopics } from './groups/gateway/gateway-table';
import type { Pusher } from './groups/gateway/pusher';

/**
 * Reads the user-facing topics for this process alone, from now on, and turns events into pushes. It keeps no inbox and
 * sends nothing to the dead letter queue: a push is a hint, and what a browser did not get it syncs from the database.
 */
export function runGatewayGroup(options: {
  log: EventLog;
  instanceId: string;
  pusher: Pusher;
  /** Called for each event, shown or not. */
  onEvent?: () => void;
  logger: Logger;
  metrics: EventMetrics;
}): Promise<Subscription> {
  const groupId = `gateway-${options.instanceId}`;

  async function show(record: LogRecord): Promise<void> {
    const decoded = decodeEvent(record.value);
    if (decoded.kind !== 'event') return;
    options.onEvent?.();
    const { envelope } = decoded;
    const handle = handlerOf(envelope);
    if (handle === 'ignore') return;
    try {
      await handle(envelope, options.pusher);
    } catch (error) {
      options.metrics.consumerErrors.inc({ topic: record.topic, consumer_group: groupId });
      options.logger.error(
        {
          err: error,
          event_id: envelope.event_id,
          event_type: envelope.event_type,
          correlation_id: envelope.correlation_id,
        },
        'an event could not be pushed',
      );
    }
  }

  return options.log.subscribe({
    groupId,
    topics: gatewayTopics,
    startFrom: 'latest',
    ephemeral: true,
    async onBatch(batch) {
      for (const record of batch.records) {
        if (!batch.active()) return;
        await show(record);
        await batch.markDone(record.offset);
      }
    },
  });
}

type Handle = (event: Envelope, pusher: Pusher) => Promise<void> | void;

function handlerOf(envelope: Envelope): Handle | 'ignore' {
  // The table is typed row by row; looked up by a value's own type, row and event belong together.
  const table: Readonly<Record<string, unknown>> = gatewayTable;
  const row = table[envelope.event_type];
  return isHandle(row) ? row : 'ignore';
}

const isHandle = (row: unknown): row is Handle => typeof row === 'function';
