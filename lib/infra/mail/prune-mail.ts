import type { SqlTx } from '@/lib/infra/db/sql';

/** What was sent or refused is kept for a month, and what came back of it for three. */
export async function pruneMail(sql: SqlTx): Promise<void> {
  await sql.query(`DELETE FROM mail WHERE next_try_at IS NULL AND created_at < now() - interval '30 days'`);
  await sql.query(`DELETE FROM mail_bounce WHERE received_at < now() - interval '90 days'`);
}
