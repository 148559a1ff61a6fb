/** Creates the topics of the catalogue on the brokers of KAFKA_BROKERS, waiting for brokers that are still starting. */
import { env } from '@/lib/infra/env/env';
import { createKafkaEventLog } from '@/lib/infra/event-log/kafka/kafka-event-log';
import { ensureTopics } from '@/server/topics/ensure-topics';

const { KAFKA_BROKERS: brokers, KAFKA_REPLICATION_FACTOR: replicationFactor } = env();
if (!brokers) throw new Error('KAFKA_BROKERS names no broker');
const onError = (error: unknown) => console.error(error instanceof Error ? error.message : error);
const log = createKafkaEventLog({ brokers, clientId: 'nimbusu-topics', onError });
await ensureTopics({ log, replicationFactor, onError, active: () => true });
await log.close();
console.log(`the topics are on ${brokers.join(', ')}`);
