import { topicSpecs } from '@/lib/contracts/events/topic-specs';
import type { EventLog } from '@/lib/infra/event-log/port';

const RETRY_MS = { first: 250, most: 5_000 };

/** Brings the log's topics to the catalogue's, trying until the log answers or `active` says no. */
export async function ensureTopics(options: {
  log: EventLog;
  replicationFactor: number;
  onError: (error: unknown) => void;
  active: () => boolean;
}): Promise<void> {
  let waitMs = RETRY_MS.first;
  while (options.active()) {
    try {
      await options.log.ensureTopics(topicSpecs({ replicationFactor: options.replicationFactor }));
      return;
    } catch (error) {
      options.onError(error);
      await new Promise((resolve) => setTimeout(resolve, waitMs));
      waitMs = Math.min(waitMs * 2, RETRY_MS.most);
    }
  }
}
