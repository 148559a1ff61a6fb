import path from 'node:path';
import pg from 'pg';
import { freePort } from '@/lib/infra/testing/free-port';
import { type RunningPostgres, startEmbeddedPostgres } from '../database/embedded-postgres';
import { ExplainedFailure } from '../set-up/explained-failure';
import { keptSecret } from './read-settings';

export const DATABASE = 'nimbusu';

export interface OpenedDatabase {
  readonly url: string;
  readonly server: RunningPostgres;
}

/** Starts the project's own PostgreSQL with the database in it, its data and password in the data folder. */
export async function openEmbeddedDatabase(
  dataFolder: string,
  port?: number,
): Promise<OpenedDatabase & { port: number }> {
  const directory = path.join(dataFolder, 'postgres');
  const chosen = port ?? (await freePort());
  const server = await startEmbeddedPostgres({
    directory,
    port: chosen,
    durable: true,
    password: keptSecret(dataFolder, 'database-secret'),
  });
  try {
    await ensureDatabase(server);
  } catch (error) {
    await server.stop();
    throw isWrongPassword(error)
      ? new ExplainedFailure(
          `The password kept in ${dataFolder} is not the one of ${directory}: put back the file database-secret, or remove that folder to begin anew.`,
        )
      : error;
  }
  return { url: server.url(DATABASE), server, port: chosen };
}

async function ensureDatabase(server: RunningPostgres): Promise<void> {
  const client = new pg.Client({ connectionString: server.url('postgres') });
  await client.connect();
  const { rowCount } = await client
    .query('SELECT 1 FROM pg_database WHERE datname = $1', [DATABASE])
    .finally(() => client.end());
  if (rowCount === 0) await server.createDatabase(DATABASE);
}

const isWrongPassword = (error: unknown) =>
  error instanceof Error && 'code' in error && error.code === '28P01';

/** Fails with the reason, and without the password, when no database answers at the address. */
export async function checkDatabase(url: string): Promise<void> {
  const { host, pathname } = new URL(url);
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  try {
    await client.connect();
    await client.query('SELECT 1');
  } catch (error) {
    // Where several addresses were tried, the error has only a code.
    const reason =
      error instanceof Error ? error.message || String(Reflect.get(error, 'code')) : String(error);
    throw new ExplainedFailure(
      `The database at DATABASE_URL (${host}${pathname}) does not answer: ${reason.split('\n')[0]}.`,
      { cause: error },
    );
  } finally {
    await client.end().catch(() => undefined); // it never connected
  }
}
