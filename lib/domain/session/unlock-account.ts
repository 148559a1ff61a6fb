import { createHash } from 'node:crypto';
import type { SqlTx } from '@/lib/infra/db/sql';

/** Forgets what was counted against the account: the addresses it is locked for, and its pace. */
export async function unlockAccount(
  tx: SqlTx,
  account: { user_id: string; email: string },
): Promise<{ unlocked: number }> {
  const { rows } = await tx.query<{ limit_key: string }>(
    'DELETE FROM sign_in_lock WHERE user_id = $1 RETURNING limit_key',
    [account.user_id],
  );
  const key = createHash('sha256')
    .update(JSON.stringify([account.email]))
    .digest('base64url');
  await tx.query('DELETE FROM login_limit WHERE key = ANY ($1)', [
    [...rows.map(({ limit_key }) => limit_key), `account:${key}`, `pace:${key}`],
  ]);
  return { unlocked: rows.length };
}
