import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { inject } from 'vitest';
import { type RunningBroker, startBroker } from '@/scripts/kafka/start-broker';
import { scratchFolder } from './scratch-folder';

/** The run's own broker, `host:port`; `null` where no Kafka can be had: `describe.skipIf(kafkaBroker === null)`. */
export const kafkaBroker = inject('kafkaBroker');

/** A broker of the test's own, to stop and start. Call `remove` when done. */
export async function startPrivateBroker(): Promise<RunningBroker & { remove(): Promise<void> }> {
  const libDir = inject('kafkaLibDir');
  if (libDir === null) throw new Error('there is no Kafka: skip this test by `kafkaBroker`');
  const scratch = await scratchFolder('private-kafka');
  const broker = await startBroker({ libDir, directory: path.join(scratch.path, 'broker') });
  return {
    ...broker,
    async remove() {
      await broker.stop('SIGKILL');
      await scratch.remove();
    },
  };
}

/** A name nobody else uses: the run's broker is shared by all test files. */
export function uniqueName(name: string): string {
  return `${name}.${randomUUID().slice(0, 8)}`;
}
