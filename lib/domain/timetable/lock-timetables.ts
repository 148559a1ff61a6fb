import type { SqlTx } from '@/lib/infra/db/sql';

/** Until the transaction ends nobody else changes a timetable: of two who want one room the second sees the first. */
export async function lockTimetables(tx: SqlTx): Promise<void> {
  await tx.query(`SELECT pg_advisory_xact_lock(hashtext('timetable'))`);
}
