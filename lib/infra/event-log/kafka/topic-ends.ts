import type { Admin } from 'kafkajs';
import { EventLogUnavailable } from '../port';

const TRIES = 20;
const PAUSE_MS = 50;

/** The oldest and the next offset of each partition of a topic. */
export type TopicEnds = Awaited<ReturnType<Admin['fetchTopicOffsets']>>;

/**
 * Asks for the ends of a topic. kafkajs asks twice, for the newest and the oldest offsets, by what it knows of the cluster;
 * where another request renews that in between, and a young topic's leader is not told at that moment, it takes an answer
 * apart that is not there and fails with a TypeError. Asked again it knows.
 */
export async function topicEnds(admin: Pick<Admin, 'fetchTopicOffsets'>, topic: string): Promise<TopicEnds> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await admin.fetchTopicOffsets(topic);
    } catch (error) {
      if (!(error instanceof TypeError)) throw error;
      if (attempt === TRIES)
        throw new EventLogUnavailable(`Kafka does not tell the ends of ${topic}`, { cause: error });
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
    }
  }
}
