/**
 * Runs the embedded PostgreSQL until it is asked to stop or whoever started it is gone:
 * `serve-postgres.ts <folder> <port> <durable|scratch>`. Prints `ready`.
 */
import { startEmbeddedPostgres } from './embedded-postgres';

const [directory, port, kind] = process.argv.slice(2);
if (!directory || !port) throw new Error('usage: serve-postgres.ts <folder> <port> <durable|scratch>');
const postgres = await startEmbeddedPostgres({ directory, port: Number(port), durable: kind !== 'scratch' });
let stopping = false;
async function stop(): Promise<void> {
  if (stopping) return;
  stopping = true;
  await postgres.stop();
  process.exit(0);
}
process.on('SIGTERM', () => void stop());
process.on('SIGINT', () => void stop());
console.log('ready');
