import { setTimeout as pause } from 'node:timers/promises';
import kafkajs, { type Admin } from 'kafkajs';
import { EventLogUnavailable, type TopicSpec } from '../port';
import { typesOf } from './kafka-errors';

const RETENTION = 'retention.ms';
const WAIT = { everyMs: 50, limitMs: 15_000 };

/** Creates missing topics, adds partitions where there are too few, sets the retention. Never removes anything. */
export async function ensureKafkaTopics(admin: Admin, specs: readonly TopicSpec[]): Promise<void> {
  const existing = new Set(await admin.listTopics());
  const missing = specs.filter((spec) => !existing.has(spec.name));
  if (missing.length > 0) {
    await admin.createTopics({
      waitForLeaders: false, // it gives up when the brokers do not know the topic yet; we wait ourselves
      topics: missing.map((spec) => ({
        topic: spec.name,
        numPartitions: spec.partitions,
        replicationFactor: spec.replicationFactor,
        configEntries: [{ name: RETENTION, value: String(spec.retentionMs) }],
      })),
    });
  }
  const present = specs.filter((spec) => existing.has(spec.name));
  if (present.length > 0) {
    await addPartitions(admin, present);
    await setRetention(admin, present);
  }
  await untilServed(admin, specs, missing);
}

async function addPartitions(admin: Admin, specs: readonly TopicSpec[]): Promise<void> {
  const partitions = await ledPartitions(admin, specs);
  const tooFew = specs.filter((spec) => (partitions.get(spec.name) ?? spec.partitions) < spec.partitions);
  if (tooFew.length === 0) return;
  await admin.createPartitions({
    topicPartitions: tooFew.map((spec) => ({ topic: spec.name, count: spec.partitions })),
  });
}

/** Kafka replaces all settings of a topic at once, so what an operator has set goes along. */
async function setRetention(admin: Admin, specs: readonly TopicSpec[]): Promise<void> {
  const type = kafkajs.ConfigResourceTypes.TOPIC;
  const { resources } = await admin.describeConfigs({
    includeSynonyms: false,
    resources: specs.map((spec) => ({ type, name: spec.name })),
  });
  const changes = specs.flatMap((spec) => {
    const entries = resources.find(({ resourceName }) => resourceName === spec.name)?.configEntries ?? [];
    const wanted = String(spec.retentionMs);
    if (entries.some((entry) => entry.configName === RETENTION && entry.configValue === wanted)) return [];
    const own = entries.filter((entry) => entry.configSource === kafkajs.ConfigSource.TOPIC_CONFIG);
    const others = own.filter((entry) => entry.configName !== RETENTION);
    const kept = others.map((entry) => ({ name: entry.configName, value: entry.configValue }));
    return [{ type, name: spec.name, configEntries: [...kept, { name: RETENTION, value: wanted }] }];
  });
  if (changes.length > 0) await admin.alterConfigs({ validateOnly: false, resources: changes });
}

/** What was created is not known to every broker at once, and is known before it can be read and written. */
async function untilServed(admin: Admin, specs: readonly TopicSpec[], created: readonly TopicSpec[]) {
  const limit = Date.now() + WAIT.limitMs;
  const waiting = new Set(created.map(({ name }) => name));
  for (;;) {
    const led = await ledPartitions(admin, specs);
    if (specs.every((spec) => (led.get(spec.name) ?? 0) >= spec.partitions)) {
      for (const name of waiting) if (await answersForAll(admin, name)) waiting.delete(name);
      if (waiting.size === 0) return;
    }
    if (Date.now() > limit) throw new EventLogUnavailable('the topics have no leaders yet');
    await pause(WAIT.everyMs);
  }
}

/**
 * Whether the leader of each partition does its work. A send that only some of them take is sent again as a whole, and
 * the others would have it twice.
 */
async function answersForAll(admin: Admin, name: string): Promise<boolean> {
  try {
    await admin.fetchTopicOffsets(name);
    return true;
  } catch (error) {
    // kafkajs stumbles over a topic that its own metadata does not have yet.
    if (error instanceof TypeError || typesOf(error).some((type) => NOT_YET.has(type))) return false;
    throw error;
  }
}

/** How many partitions of each topic have a leader; nothing of any while one is not known yet. */
async function ledPartitions(admin: Admin, specs: readonly TopicSpec[]): Promise<Map<string, number>> {
  try {
    const { topics } = await admin.fetchTopicMetadata({ topics: specs.map((spec) => spec.name) });
    return new Map(
      topics.map((topic) => [topic.name, topic.partitions.filter(({ leader }) => leader >= 0).length]),
    );
  } catch (error) {
    if (typesOf(error).some((type) => NOT_YET.has(type))) return new Map();
    throw error;
  }
}

const NOT_YET = new Set(['UNKNOWN_TOPIC_OR_PARTITION', 'LEADER_NOT_AVAILABLE', 'NOT_LEADER_FOR_PARTITION']);
