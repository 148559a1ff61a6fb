import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import { env } from '@/lib/infra/env/env';
import { createLogger } from '@/lib/infra/logger/logger';
import { startBff } from './start-bff';

const settings = env();
const logger = createLogger({ level: settings.LOG_LEVEL, service: 'bff' });

const bff = await startBff({
  settings,
  logger,
  instanceId: settings.BFF_INSTANCE_ID ?? `${hostname()}-${randomUUID().slice(0, 8)}`,
  onFatal: (error) => {
    // A process that cannot go on is worth less than a new one: whoever supervises it starts it again.
    logger.fatal({ err: error }, 'the BFF cannot go on');
    process.exit(1);
  },
});

let stopping = false;
async function stop(signal: string): Promise<void> {
  if (stopping) return;
  stopping = true;
  logger.info({ signal }, 'stopping');
  await bff.stop();
  process.exit(0);
}
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void stop(signal));
process.on('unhandledRejection', (error) => {
  logger.fatal({ err: error }, 'a promise nobody waited for was rejected');
  process.exit(1);
});
