/**
 * Writes the next migration from the difference between the schema and what the migrations amount to so far:
 * `node --import tsx scripts/database/create-migration.ts add_waitlist`.
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { readDatamodel } from '@/lib/infra/db/apply-migrations';
import { openSchemaEngine } from '@/lib/infra/db/schema-engine';
import { freePort } from '@/lib/infra/testing/free-port';
import { scratchFolder } from '@/lib/infra/testing/scratch-folder';
import { startEmbeddedPostgres } from './embedded-postgres';

const SNAPSHOT = 'prisma/migrations/schema-snapshot.prisma';
const name = process.argv[2];
if (!name || !/^[a-z0-9_]+$/.test(name)) throw new Error('give the migration a name in snake_case');

const schema = await readDatamodel(process.cwd());
const before = await readFile(SNAPSHOT, 'utf8').catch((error: NodeJS.ErrnoException) => {
  if (error.code === 'ENOENT') return null;
  throw error;
});
// The engine wants a database to talk to, though a difference between two texts reads nothing from it.
const scratch = await scratchFolder('migration');
const postgres = await startEmbeddedPostgres({
  directory: path.join(scratch.path, 'postgres'),
  port: await freePort(),
  durable: false,
});
const engine = await openSchemaEngine(postgres.url('postgres'), schema);
const sql = await engine.diff(before, schema);
await engine.close();
await postgres.stop();
await scratch.remove();
const stamp = new Date().toISOString().replace(/\D/g, '').slice(0, 14);
const directory = path.join('prisma/migrations', `${stamp}_${name}`);
await mkdir(directory, { recursive: true });
await writeFile(path.join(directory, 'migration.sql'), sql);
await writeFile('prisma/migrations/migration_lock.toml', 'provider = "postgresql"\n');
await writeFile(SNAPSHOT, schema);
console.log(`${directory}/migration.sql\n\n${sql}`);
process.exit(0);
