import type { Admin } from 'kafkajs';
import type { GroupState, PartitionLag } from '../port';
import { topicEnds } from './topic-ends';

/** Records a group has still to read. Without `topics`: in the partitions it has a place in. */
export async function measureLag(
  admin: Admin,
  groupId: string,
  topics?: readonly string[],
): Promise<PartitionLag[]> {
  const places = await admin.fetchOffsets({ groupId, ...(topics ? { topics: [...topics] } : {}) });
  const lags = await Promise.all(
    places.map(async ({ topic, partitions }) => {
      const ends = new Map((await topicEnds(admin, topic)).map((end) => [end.partition, end]));
      return partitions.map(({ partition, offset }) => {
        const end = ends.get(partition);
        // No place yet is -1, and what the retention took away need not be read: both count from the oldest kept.
        const next = Math.max(Number(offset), Number(end?.low ?? 0));
        return { topic, partition, lag: Math.max(0, Number(end?.high ?? 0) - next) };
      });
    }),
  );
  return lags.flat().sort((a, b) => a.topic.localeCompare(b.topic) || a.partition - b.partition);
}

/** Every consumer group the brokers know, in the order of their names. */
export async function listGroups(admin: Admin): Promise<GroupState[]> {
  const { groups } = await admin.listGroups();
  const ids = groups.filter(({ protocolType }) => protocolType === 'consumer').map(({ groupId }) => groupId);
  if (ids.length === 0) return [];
  const described = await admin.describeGroups(ids);
  return described.groups
    .map(({ groupId, members }) => ({ groupId, members: members.length }))
    .sort((a, b) => a.groupId.localeCompare(b.groupId));
}
