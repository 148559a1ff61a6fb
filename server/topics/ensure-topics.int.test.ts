import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import kafkajs from 'kafkajs';
import { describe, expect, it } from 'vitest';
import { topicSpecs } from '@/lib/contracts/events/topic-specs';
import { kafkaBroker } from '@/lib/infra/testing/test-kafka';

const run = promisify(execFile);

describe.skipIf(kafkaBroker === null)('the command that creates the topics', () => {
  const broker = kafkaBroker ?? '';
  const createTopics = () =>
    run(process.execPath, ['--import', 'tsx', 'scripts/create-topics.ts'], {
      env: {
        ...process.env,
        KAFKA_BROKERS: broker,
        DATABASE_URL: 'postgresql://127.0.0.1/none',
        NEXTAUTH_SECRET: 'a secret for tests that is long enough',
      },
    });

  it('makes the broker’s topics equal the contract: names, partitions, retention; a second time changes nothing', async () => {
    const { stdout } = await createTopics();
    expect(stdout).toContain(broker);
    await createTopics();
    const admin = new kafkajs.Kafka({ brokers: [broker], logLevel: kafkajs.logLevel.NOTHING }).admin();
    await admin.connect();
    const specs = topicSpecs({ replicationFactor: 1 });
    const { topics } = await admin.fetchTopicMetadata({ topics: specs.map(({ name }) => name) });
    const { resources } = await admin.describeConfigs({
      includeSynonyms: false,
      resources: specs.map(({ name }) => ({
        type: kafkajs.ConfigResourceTypes.TOPIC,
        name,
        configNames: ['retention.ms'],
      })),
    });
    await admin.disconnect();
    const retention = new Map(
      resources.map(({ resourceName, configEntries }) => [resourceName, configEntries[0]?.configValue]),
    );
    const found = topics.map(({ name, partitions }) => ({
      name,
      partitions: partitions.length,
      retentionMs: Number(retention.get(name)),
      replicationFactor: partitions[0]?.replicas.length,
    }));
    const byName = (a: { name: string }, b: { name: string }) => a.name.localeCompare(b.name);
    expect(found.sort(byName)).toEqual([...specs].sort(byName));
  });

  it('says which setting is missing', async () => {
    const failing = run(process.execPath, ['--import', 'tsx', 'scripts/create-topics.ts'], {
      env: {
        ...process.env,
        KAFKA_BROKERS: '',
        DATABASE_URL: 'postgresql://127.0.0.1/none',
        NEXTAUTH_SECRET: 'a secret for tests that is long enough',
      },
    });
    await expect(failing).rejects.toThrow('KAFKA_BROKERS names no broker');
  });
});
