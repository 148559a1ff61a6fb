import pg from 'pg';
import { applyMigrations } from '@/lib/infra/db/apply-migrations';
import { sqlOf } from '@/lib/infra/db/sql';
import { lockDemo, seedDemo } from '@/prisma/seed/seed-demo';
import { ExplainedFailure } from '../set-up/explained-failure';

/** Brings the database to the committed migrations. Returns what it did, in words. */
export async function migrate(url: string): Promise<string> {
  const applied = await applyMigrations(url).catch((error: unknown) => {
    const reason = error instanceof Error ? error.message : String(error);
    throw new ExplainedFailure(`The database could not be brought up to date: ${reason}`, { cause: error });
  });
  return applied.length > 0 ? `applied ${applied.join(', ')}` : 'up to date';
}

/** Makes the demo university, or locks it. Returns what it did, in words. */
export async function seed(url: string, wanted: boolean): Promise<string> {
  const pool = new pg.Pool({ connectionString: url, max: 1 });
  try {
    if (!wanted) return `off, ${await lockDemo(sqlOf(pool))} demo accounts locked`;
    const changed = await seedDemo(sqlOf(pool));
    return `${changed > 0 ? `${changed} demo people added` : 'up to date'}; demo accounts are on (SEED_DEMO)`;
  } finally {
    await pool.end();
  }
}
