/** A real Kafka for development: `node --import tsx scripts/kafka/serve-broker.ts [folder]`. Ctrl-C stops it. */
import { scratchFolder } from '@/lib/infra/testing/scratch-folder';
import { prepareKafka } from './prepare-kafka';
import { startBroker } from './start-broker';

const prepared = prepareKafka(console.log);
if ('missing' in prepared) {
  console.error(`No Kafka: ${prepared.missing}`);
  process.exit(1);
}
const given = process.argv[2];
const scratch = given ? null : await scratchFolder('kafka');
const broker = await startBroker({ libDir: prepared.libDir, directory: given ?? scratch?.path ?? '.' });
console.log(`Kafka answers. Use it by KAFKA_BROKERS=${broker.address}`);
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    void broker
      .stop()
      .then(() => scratch?.remove())
      .then(() => process.exit(0));
  });
}
