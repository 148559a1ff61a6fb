import { createHash } from 'node:crypto';
import type pg from 'pg';

/** What a statement needs, whoever opened the transaction: a `pg` client, the pool itself, or a Prisma transaction. */
export interface SqlTx {
  query<Row = Record<string, unknown>>(
    statement: string | Prepared,
    values?: readonly unknown[],
  ): Promise<{ rows: Row[]; rowCount: number }>;
}

/** A statement that each connection parses and plans once, then only executes. */
export interface Prepared {
  readonly name: string;
  readonly text: string;
}

/** For constant statements of the hot paths: planning them anew would cost more than running them. */
export function prepared(text: string): Prepared {
  return { name: `q_${createHash('sha256').update(text).digest('hex').slice(0, 32)}`, text };
}

/** Wraps a `pg` pool or client. */
export function sqlOf(client: pg.Pool | pg.ClientBase): SqlTx {
  return {
    async query<Row>(statement: string | Prepared, values: readonly unknown[] = []) {
      const { name, text } = typeof statement === 'string' ? { text: statement } : statement;
      const result = await client.query({ name, text, values: [...values] });
      const rows: Row[] = result.rows;
      return { rows, rowCount: result.rowCount ?? 0 };
    },
  };
}

/**
 * Runs `work` in one transaction on one connection: commits when it resolves, rolls back and rethrows when it rejects.
 * A connection whose rollback fails is thrown away, not given back.
 */
export async function inTransaction<T>(pool: pg.Pool, work: (tx: SqlTx) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  let broken: Error | undefined;
  // The pool listens only while a connection is idle; unheard, the end of a busy one would end the process. The statement
  // under way rejects with it too.
  const onLost = (error: Error) => {
    broken = error;
  };
  client.on('error', onLost);
  try {
    await client.query('BEGIN');
    const result = await work(sqlOf(client));
    await client.query('COMMIT');
    return result;
  } catch (error) {
    await client.query('ROLLBACK').catch((rollbackError: Error) => {
      broken = rollbackError;
    });
    throw error;
  } finally {
    client.off('error', onLost);
    client.release(broken);
  }
}
