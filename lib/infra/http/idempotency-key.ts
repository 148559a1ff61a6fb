import { prepared, type SqlTx } from '../db/sql';

/** A request that may be sent again: who sent it, under which key, and what it asks for. */
export interface KeyedRequest {
  readonly userId: string;
  readonly key: string;
  /** Method and path. */
  readonly route: string;
  readonly hash: string;
}

export type Claim =
  | { readonly kind: 'claimed' }
  | { readonly kind: 'answered'; readonly status: number; readonly body: string }
  | { readonly kind: 'other_request' }
  /** The first one is still under way. The transaction is lost. */
  | { readonly kind: 'busy' };

const LOCK_NOT_AVAILABLE = '55P03';

/**
 * Takes the key in the transaction of the effect, so that both exist or neither. Of several at once one gets it; the others
 * wait here for its commit and are told its answer, or for its rollback and try themselves.
 */
export async function claimKey(tx: SqlTx, request: KeyedRequest): Promise<Claim> {
  const { userId, key, route, hash } = request;
  try {
    await tx.query(`SET LOCAL lock_timeout = '4s'`);
    for (;;) {
      const { rowCount } = await tx.query(CLAIM, [userId, key, route, hash]);
      if (rowCount > 0) {
        await tx.query('SET LOCAL lock_timeout TO DEFAULT');
        return { kind: 'claimed' };
      }
      const { rows } = await tx.query<KeyRow>(FIND, [userId, key]);
      // Pruned between the two statements: the key is free again.
      if (rows[0]) return judge(rows[0], request);
    }
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === LOCK_NOT_AVAILABLE)
      return { kind: 'busy' };
    throw error;
  }
}

/** Keeps the answer's text as it is: a JSON column of its own would reorder it. */
export async function recordAnswer(
  tx: SqlTx,
  request: KeyedRequest,
  answer: { status: number; body: string },
): Promise<void> {
  await tx.query(RECORD, [request.userId, request.key, answer.status, answer.body]);
}

/** Keys older than a day are of requests nobody repeats any more. Returns how many there were. */
export async function pruneIdempotencyKeys(sql: SqlTx): Promise<number> {
  const { rowCount } = await sql.query(
    `DELETE FROM idempotency_key WHERE created_at < now() - interval '24 hours'`,
  );
  return rowCount;
}

interface KeyRow {
  route: string;
  request_hash: string;
  status: number | null;
  response: string | null;
}

function judge(row: KeyRow, request: KeyedRequest): Claim {
  if (row.route !== request.route || row.request_hash !== request.hash) return { kind: 'other_request' };
  if (row.status === null || row.response === null) return { kind: 'busy' };
  return { kind: 'answered', status: row.status, body: row.response };
}

const CLAIM = prepared(`
  INSERT INTO idempotency_key (user_id, key, route, request_hash) VALUES ($1, $2, $3, $4)
  ON CONFLICT (user_id, key) DO NOTHING`);

const FIND = prepared(`
  SELECT route, request_hash, status, response #>> '{}' AS response FROM idempotency_key
  WHERE user_id = $1 AND key = $2`);

const RECORD = prepared(`
  UPDATE idempotency_key SET status = $3, response = to_jsonb($4::text) WHERE user_id = $1 AND key = $2`);
