import pg from 'pg';
import { applyMigrations } from '@/lib/infra/db/apply-migrations';
import { sqlOf } from '@/lib/infra/db/sql';
import { lockDemo, seedDemo } from '@/prisma/seed/seed-demo';
import { StartFailure } from './start-failure';

/** Brings the database to the committed migrations. Returns the names of those applied now. */
export async function migrate(url: string): Promise<string[]> {
  await withPool(url, async (pool) => {
    await pool.query('SELECT 1').catch((error: Error) => {
      throw new StartFailure(
        `The database at DATABASE_URL does not answer: ${error.message || 'no connection'}.`,
      );
    });
  });
  return applyMigrations(url);
}

/** Returns what it did, in words for the log. */
export async function seed(url: string, wanted: boolean): Promise<string> {
  return withPool(url, async (pool) => {
    if (!wanted) return `off, ${await lockDemo(sqlOf(pool))} demo accounts locked`;
    const added = await seedDemo(sqlOf(pool));
    return added > 0 ? `${added} people added` : 'up to date';
  });
}

async function withPool<T>(url: string, work: (pool: pg.Pool) => Promise<T>): Promise<T> {
  const pool = new pg.Pool({ connectionString: url, max: 2, connectionTimeoutMillis: 5_000 });
  try {
    return await work(pool);
  } finally {
    await pool.end();
  }
}
