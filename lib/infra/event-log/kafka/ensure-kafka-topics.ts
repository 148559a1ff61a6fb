import kafkajs, { type Admin } from 'kafkajs';
import type { TopicSpec } from '../port';

/** Creates missing topics, adds partitions where there are too few, sets the retention. Never removes anything. */
export async function ensureKafkaTopics(admin: Admin, specs: readonly TopicSpec[]): Promise<void> {
  const existing = new Set(await admin.listTopics());
  const missing = specs.filter((spec) => !existing.has(spec.name));
  if (missing.length > 0) {
    await admin.createTopics({
      waitForLeaders: true,
      topics: missing.map((spec) => ({
        topic: spec.name,
        numPartitions: spec.partitions,
        replicationFactor: spec.replicationFactor,
        configEntries: [{ name: 'retention.ms', value: String(spec.retentionMs) }],
      })),
    });
  }
  const present = specs.filter((spec) => existing.has(spec.name));
  if (present.length === 0) return;
  const { topics } = await admin.fetchTopicMetadata({ topics: present.map((spec) => spec.name) });
  const partitions = new Map(topics.map((topic) => [topic.name, topic.partitions.length]));
  const tooFew = present.filter((spec) => (partitions.get(spec.name) ?? 0) < spec.partitions);
  if (tooFew.length > 0) {
    await admin.createPartitions({
      topicPartitions: tooFew.map((spec) => ({ topic: spec.name, count: spec.partitions })),
    });
  }
  await admin.alterConfigs({
    validateOnly: false,
    resources: present.map((spec) => ({
      type: kafkajs.ConfigResourceTypes.TOPIC,
      name: spec.name,
      configEntries: [{ name: 'retention.ms', value: String(spec.retentionMs) }],
    })),
  });
}
