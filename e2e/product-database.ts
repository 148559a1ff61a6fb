import { readFileSync } from 'node:fs';
import path from 'node:path';
import pg from 'pg';

/** Where the product under test keeps its data: what playwright.config.ts starts it with. */
const FOLDER = '.data/e2e';

const firstLines = (file: string) => readFileSync(path.join(FOLDER, file), 'utf8').split('\n');

/** The database of the product under test: for what no page and no route can be made to write. */
export function productDatabaseUrl(): string {
  // PostgreSQL writes its port on the fourth line.
  const port = firstLines('postgres/postmaster.pid')[3];
  const [password = ''] = firstLines('database-secret');
  return `postgresql://nimbusu:${encodeURIComponent(password)}@127.0.0.1:${port}/nimbusu`;
}

export function productSecret(): string {
  return firstLines('session-secret')[0] ?? '';
}

export async function withProductDatabase<T>(work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: productDatabaseUrl() });
  await client.connect();
  return work(client).finally(() => client.end());
}
