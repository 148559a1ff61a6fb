import type { Admin } from 'kafkajs';
import { topicEnds } from './topic-ends';

export type StartOffsets = readonly { topic: string; partition: number; offset: string }[];

/** The place behind the newest record of each partition. */
export async function newestOffsets(admin: Admin, topics: readonly string[]): Promise<StartOffsets> {
  const ends = await Promise.all(
    topics.map(async (topic) =>
      (await topicEnds(admin, topic)).map(({ partition, high }) => ({
        topic,
        partition,
        offset: high,
      })),
    ),
  );
  return ends.flat();
}

/** Gives a shared group its place at the end of each topic it has none in. Throws when other members live and have none. */
export async function fixGroupAtEnd(admin: Admin, groupId: string, topics: readonly string[]): Promise<void> {
  const places = await admin.fetchOffsets({ groupId, topics: [...topics] });
  for (const { topic, partitions } of places) {
    if (partitions.some(({ offset }) => Number(offset) >= 0)) continue;
    await admin.setOffsets({ groupId, topic, partitions: [...(await newestOffsets(admin, [topic]))] });
  }
}
