import { prepared, type SqlTx } from '@/lib/infra/db/sql';

/**
 * Whoever writes marks, numbers or alerts of one course comes one after the other until the transaction ends. What was read
 * before the wait may be old: read again after it, in a statement of its own.
 */
export async function lockAttendance(tx: SqlTx, courseId: string): Promise<void> {
  await tx.query(LOCK, [courseId]);
}

// However an id is written, the lock is one.
const LOCK = prepared("SELECT pg_advisory_xact_lock(hashtextextended('attendance ' || $1::uuid::text, 0))");
