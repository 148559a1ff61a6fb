/**
 * Runs the embedded PostgreSQL until it is asked to stop or whoever started it is gone:
 * `serve-postgres.ts <folder> <port> <durable|scratch>`. Prints `ready`
 * when the database `nimbusu` is there.
 */
import pg from 'pg';
import { startEmbeddedPostgres } from './embedded-postgres';

const DATABASE = 'nimbusu';

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
const client = new pg.Client({ connectionString: postgres.url('postgres') });
await client.connect();
const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [DATABASE]);
await client.end();
if (rowCount === 0) await postgres.createDatabase(DATABASE);
console.log('ready');
