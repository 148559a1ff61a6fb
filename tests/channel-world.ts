import { randomUUID } from 'node:crypto';
import type { NotificationChannel } from '@/lib/contracts/http/notification-category';
import type { Database } from '@/lib/infra/db/database';
import type { SqlTx } from '@/lib/infra/db/sql';
import { createUnitOfWork } from '@/lib/infra/outbox/unit-of-work';
import { createTestDatabase } from '@/lib/infra/testing/test-database';

/** A database with deliveries in it, and a look at what becomes of them. */
export async function openChannelWorld(given?: Database) {
  const own = given ? null : await createTestDatabase({ poolSize: 20 });
  const database = given ?? own;
  if (!database) throw new Error('no database');
  const { sql } = database;
  const faults: unknown[] = [];
  return {
    database,
    sql,
    faults,
    services: {
      sql,
      unitOfWork: createUnitOfWork(database, () => undefined),
      onError: (error: unknown) => void faults.push(error),
    },
    queue: (delivery: Queued) => queueDelivery(sql, delivery),
    async delivery(id: string) {
      const { rows } = await sql.query('SELECT * FROM notification_delivery WHERE id = $1', [id]);
      return rows[0];
    },
    async statuses() {
      const { rows } = await sql.query<{ status: string; count: number }>(
        'SELECT status, count(*)::int AS count FROM notification_delivery GROUP BY status',
      );
      return Object.fromEntries(rows.map(({ status, count }) => [status, count]));
    },
    /** What was published of a delivery, in order. */
    async told(id: string) {
      const { rows } = await sql.query<{ event_type: string; payload: Record<string, unknown> }>(
        `SELECT event_type, value::jsonb -> 'payload' AS payload FROM outbox_event
         WHERE value::jsonb -> 'payload' ->> 'queue_id' = $1 ORDER BY outbox_event.id`,
        [id],
      );
      return rows;
    },
    async state() {
      return (await sql.query('SELECT * FROM notification_channel_state')).rows[0];
    },
    /** As if the waits were over: those of deliveries and those of breakers. */
    async letTimePass() {
      await sql.query(
        `UPDATE notification_delivery SET next_try_at = now() - interval '1 minute' WHERE next_try_at IS NOT NULL`,
      );
      await sql.query(
        `UPDATE notification_channel_state SET open_until = now() - interval '1 minute' WHERE open_until IS NOT NULL`,
      );
    },
    async clear() {
      faults.length = 0;
      await sql.query(
        'TRUNCATE notification, notification_delivery, notification_channel_state, push_subscription, mail, outbox_event CASCADE',
      );
    },
    close: async () => own?.drop(),
  };
}

interface Queued {
  readonly channel: NotificationChannel;
  readonly userId?: string | null;
  readonly address?: string;
  readonly title?: string;
  readonly message?: string;
  readonly actionUrl?: string;
  readonly expiresAt?: string;
}

async function queueDelivery(sql: SqlTx, queued: Queued): Promise<string> {
  const notificationId = randomUUID();
  await sql.query(
    `INSERT INTO notification (id, event_id, kind, queued_event_id, title, message, action_url, expires_at)
     VALUES ($1, $2, 'announcement', $3, $4, $5, $6, $7)`,
    [
      notificationId,
      randomUUID(),
      randomUUID(),
      queued.title ?? 'Title',
      queued.message ?? 'Message',
      queued.actionUrl ?? '/announcements/1',
      queued.expiresAt ?? null,
    ],
  );
  if (queued.userId)
    await sql.query('INSERT INTO notification_recipient (notification_id, user_id) VALUES ($1, $2)', [
      notificationId,
      queued.userId,
    ]);
  const id = randomUUID();
  await sql.query(
    `INSERT INTO notification_delivery (id, notification_id, user_id, channel, address, next_try_at, queued_at)
     VALUES ($1, $2, $3, $4, $5, now() - interval '1 minute', now() - interval '1 minute')`,
    [id, notificationId, queued.userId ?? null, queued.channel, queued.address ?? ''],
  );
  return id;
}
