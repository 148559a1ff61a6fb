import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { inject } from 'vitest';
import { createDatabase, type Database } from '@/lib/infra/db/database';

/** A migrated, empty database of the test file's own on the run's PostgreSQL. Call `drop` when done. */
export async function createTestDatabase(
  options: { poolSize?: number } = {},
): Promise<Database & { drop(): Promise<void> }> {
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  const serverUrl = inject('postgresUrl');
  await administer(serverUrl, `CREATE DATABASE ${name} TEMPLATE template_nimbusu`);
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  const database = createDatabase(url.href, options);
  return {
    ...database,
    async drop() {
      await database.close();
      await administer(serverUrl, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
    },
  };
}

async function administer(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
