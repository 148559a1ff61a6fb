import { v7 as uuidv7 } from 'uuid';
import type { SqlTx } from '@/lib/infra/db/sql';

/** Somebody looks at the personal data of one record. */
export interface Unmasking {
  readonly actorId: string;
  readonly reason: string;
  readonly place: { readonly topic: string; readonly partition: number; readonly offset: string };
  /** Empty when the record has none that can be read. */
  readonly eventId: string;
  readonly ipAddress: string;
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
    unmasking.ipAddress,
    unmasking.userAgent,
  ]);
}

const INSERT = `
  INSERT INTO audit_entry (id, actor_id, action, subject_kind, subject_id, detail, ip_address, user_agent)
  VALUES ($1, $2, 'event.unmasked', 'log_record', $3, $4::jsonb, $5, $6)`;
