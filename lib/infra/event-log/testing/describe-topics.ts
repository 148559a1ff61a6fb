import kafkajs from 'kafkajs';
import type { SqlTx } from '@/lib/infra/db/sql';

/** What a topic has come to, as the server itself tells it. */
export async function describeTopics(
  { brokers, sql }: { brokers: string[] | null; sql: SqlTx },
  names: string[],
): Promise<{ partitions: number; retentionMs: number }[]> {
  if (!brokers) {
    const { rows } = await sql.query<{ partitions: number; retentionMs: number }>(
      `SELECT partitions, retention_ms::float8 AS "retentionMs" FROM event_log_topic
      WHERE name = ANY ($1::text[]) ORDER BY array_position($1::text[], name)`,
      [names],
    );
    return rows;
  }
  const admin = new kafkajs.Kafka({ brokers, logLevel: kafkajs.logLevel.NOTHING }).admin();
  await admin.connect();
  const { topics } = await admin.fetchTopicMetadata({ topics: names });
  const { resources } = await admin.describeConfigs({
    includeSynonyms: false,
    resources: names.map((name) => ({
      type: kafkajs.ConfigResourceTypes.TOPIC,
      name,
      configNames: ['retention.ms'],
    })),
  });
  await admin.disconnect();
  return names.map((name) => ({
    partitions: topics.find((topic) => topic.name === name)?.partitions.length ?? 0,
    retentionMs: Number(
      resources.find(({ resourceName }) => resourceName === name)?.configEntries[0]?.configValue,
    ),
  }));
}
