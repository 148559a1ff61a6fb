import type { openEventLog } from '@/lib/infra/event-log/open-event-log';
import { createEmbeddedTurn } from './relay-to-embedded-log';
import { createKafkaTurn } from './relay-to-kafka';

const BATCH = 500;

/** One turn of the relay to the log that there is. */
export function createRelayTurn(
  log: ReturnType<typeof openEventLog>,
  onRelayed: (events: readonly { topic: string; eventType: string }[]) => void,
) {
  return log.kind === 'kafka'
    ? createKafkaTurn({ append: log.append, batchSize: BATCH, onRelayed })
    : createEmbeddedTurn({ batchSize: BATCH, onRelayed });
}
