import { v7 as uuidv7 } from 'uuid';
import type { SqlTx } from '@/lib/infra/db/sql';

/** Somebody looks at the personal data of one record. */
export interface Unmasking {
  readonly actorId: string;
  readonly reason: string;
  readonly place: { readonly topic: string; readonly partition: number; readonly offset: string };
  /** Empty when the record has none that can be read. */
  readonly eventId: string;
  /** Whose address stands in the entry: the one it was opened from, which the web process vouched for. */
  readonly sessionId: string;
  readonly userAgent: string;
}

/** Who, what, why, when and from where: written before anything is shown. */
export async function recordUnmasking(sql: SqlTx, unmasking: Unmasking): Promise<void> {
  const { place, reason, eventId } = unmasking;
  await sql.query(INSERT, [
    uuidv7(),
    unmasking.actorId,
    `${place.topic}/${place.partition}/${place.offset}`,
    JSON.stringify({ reason, event_id: eventId }),
    unmasking.sessionId,
    unmasking.userAgent,
  ]);
}

const INSERT = `
  INSERT INTO audit_entry (id, actor_id, action, subject_kind, subject_id, detail, ip_address, user_agent)
  VALUES ($1, $2, 'event.unmasked', 'log_record', $3, $4::jsonb,
    COALESCE((SELECT ip_address FROM session WHERE id = $5::uuid), ''), $6)`;
