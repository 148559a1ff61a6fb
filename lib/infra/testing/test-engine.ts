import path from 'node:path';
import { inject } from 'vitest';
import { startBroker } from '@/scripts/kafka/start-broker';
import { scratchFolder } from './scratch-folder';

export type TestEngine = 'embedded' | 'kafka';

/** The engines a test can run on here: always the embedded log, and Kafka where there is one (always in CI). */
export function testEngines(): { engine: TestEngine }[] {
  return inject('kafkaLibDir') ? [{ engine: 'embedded' }, { engine: 'kafka' }] : [{ engine: 'embedded' }];
}

/**
 * For tests that run the product's own consumer groups: a broker of their own, since members of one group on one broker
 * share the work, whichever test they belong to. `brokers` is `null` for the embedded log.
 */
export async function startTestEngine(engine: TestEngine) {
  if (engine === 'embedded') return { brokers: null, broker: null, stop: async () => undefined };
  const libDir = inject('kafkaLibDir');
  if (!libDir) throw new Error('there is no Kafka here');
  const scratch = await scratchFolder('kafka');
  const broker = await startBroker({ libDir, directory: path.join(scratch.path, 'broker') });
  return {
    brokers: [broker.address],
    broker,
    async stop() {
      await broker.stop('SIGKILL');
      await scratch.remove();
    },
  };
}
