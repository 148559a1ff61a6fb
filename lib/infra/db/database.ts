import { PrismaPg } from '@prisma/adapter-pg';
import pg from 'pg';
import { PrismaClient } from '@/generated/prisma/client';
import { inTransaction, type SqlTx, sqlOf } from './sql';

/** PostgreSQL, the truth. Prisma for reads and everyday rows, plain SQL through the same pool for hot paths and events. */
export interface Database {
  readonly url: string;
  readonly pool: pg.Pool;
  readonly prisma: PrismaClient;
  /** The pool as an executor: each statement is its own transaction. */
  readonly sql: SqlTx;
  /** One transaction; see {@link inTransaction}. */
  transaction<T>(work: (tx: SqlTx) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

export function createDatabase(
  url: string,
  options: { poolSize?: number; applicationName?: string; onIdleError?: (error: unknown) => void } = {},
): Database {
  const pool = new pg.Pool({
    connectionString: url,
    max: options.poolSize ?? 10,
    application_name: options.applicationName ?? 'nimbusu',
    connectionTimeoutMillis: 5_000,
    keepAlive: true,
  });
  // An idle connection that the server closes (restart, failover) must not end the process; the next query reconnects.
  pool.on('error', (error) => options.onIdleError?.(error));
  const prisma = new PrismaClient({ adapter: new PrismaPg(pool) });
  return {
    url,
    pool,
    prisma,
    sql: sqlOf(pool),
    transaction: (work) => inTransaction(pool, work),
    async close() {
      await prisma.$disconnect();
      await pool.end();
    },
  };
}
