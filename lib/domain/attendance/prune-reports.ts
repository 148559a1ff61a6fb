import type { SqlTx } from '@/lib/infra/db/sql';

/** Reports are kept for a week, by their own day of expiry. */
export async function pruneReports(sql: SqlTx): Promise<void> {
  await sql.query('DELETE FROM attendance_report WHERE expires_at < now()');
}
