import { pruneReports } from '@/lib/domain/attendance/prune-reports';
import { pruneMessageFiles } from '@/lib/domain/conversation/read-file';
import type { SqlTx } from '@/lib/infra/db/sql';
import { pruneIdempotencyKeys } from '@/lib/infra/http/idempotency-key';
import { pruneMail } from '@/lib/infra/mail/prune-mail';
import { pruneInbox } from '../consumers/prune-inbox';
import { pruneOutbox } from '../outbox-relay/prune-outbox';

const EVERY_MS = 60 * 60_000;

const prunings = [pruneOutbox, pruneInbox, pruneIdempotencyKeys, pruneMail, pruneReports, pruneMessageFiles];

/** Removes what is kept no longer, every hour. Returns what ends it. */
export function runPruning({ sql, onError }: { sql: SqlTx; onError: (error: unknown) => void }): () => void {
  const timer = setInterval(() => {
    void Promise.all(prunings.map((prune) => prune(sql))).catch(onError);
  }, EVERY_MS).unref();
  return () => clearInterval(timer);
}
