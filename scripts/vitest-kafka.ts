import path from 'node:path';
import type { TestProject } from 'vitest/node';
import { scratchFolder } from '@/lib/infra/testing/scratch-folder';
import { prepareKafka } from './kafka/prepare-kafka';
import { startBroker } from './kafka/start-broker';

declare module 'vitest' {
  interface ProvidedContext {
    /** `host:port` of a real broker of the run's own; `null` where none can be had (never in CI). */
    kafkaBroker: string | null;
    kafkaLibDir: string | null;
  }
}

/** Vitest's global set-up for integration tests: one real Kafka for the run. */
export default async function startTestKafka(project: TestProject) {
  const prepared = prepareKafka(console.log);
  if ('missing' in prepared) {
    if (process.env.CI) throw new Error(`A real Kafka is not optional here: ${prepared.missing}`);
    console.warn(`The Kafka tests are skipped: ${prepared.missing}`);
    project.provide('kafkaBroker', null);
    project.provide('kafkaLibDir', null);
    return;
  }
  const scratch = await scratchFolder('kafka');
  const broker = await startBroker({ libDir: prepared.libDir, directory: path.join(scratch.path, 'broker') });
  project.provide('kafkaBroker', broker.address);
  project.provide('kafkaLibDir', prepared.libDir);
  return async () => {
    await broker.stop('SIGKILL');
    await scratch.remove();
  };
}
