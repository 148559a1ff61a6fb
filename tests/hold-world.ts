import { randomUUID } from 'node:crypto';
import type { Priority } from '@/lib/contracts/http/announcement';
import type { NotificationChannel } from '@/lib/contracts/http/notification-category';
import { fanOutNotification } from '@/lib/domain/notification/fan-out';
import { releaseDigest } from '@/lib/domain/notification/release-digest';
import { releaseHeld, wakeSnoozed } from '@/lib/domain/notification/release-held';
import { planNextQuiet } from '@/lib/domain/notification-preference/plan-settings';
import type { SqlTx } from '@/lib/infra/db/sql';
import type { EventfulTx, UnitOfWork } from '@/lib/infra/outbox/unit-of-work';

export interface ToSend {
  readonly to: readonly string[];
  readonly kind?: string;
  readonly title?: string;
  readonly priority?: Priority;
  readonly channels?: readonly NotificationChannel[];
  readonly courseId?: string;
  readonly groupKey?: string;
}

/** Sends notifications and lets time pass for them, without a clock. */
export function holdWorld({ sql, unitOfWork }: { sql: SqlTx; unitOfWork: UnitOfWork }) {
  const run = (act: (tx: EventfulTx) => Promise<boolean>) => unitOfWork.run({ correlationId: 'clock' }, act);
  return {
    /** Gives the notification's id. */
    async send(sent: ToSend): Promise<string> {
      const sourceEventId = randomUUID();
      await unitOfWork.run({ correlationId: 'sent' }, (tx) =>
        fanOutNotification(tx, {
          sourceEventId,
          kind: sent.kind ?? 'announcement',
          title: sent.title ?? 'Title',
          message: 'Message',
          priority: sent.priority ?? 'normal',
          actionUrl: '',
          correlationId: 'sent',
          source: {
            event_type: 'ANNOUNCEMENT_PUBLISHED',
            service: 'announcement-service',
            at: new Date().toISOString(),
          },
          audience: {
            target_audience: 'users',
            role_names: [],
            department_ids: [],
            course_ids: [],
            user_ids: sent.to,
          },
          ...(sent.channels && { channels: sent.channels }),
          ...(sent.courseId && { courseId: sent.courseId }),
          ...(sent.groupKey && { groupKey: sent.groupKey }),
        }),
      );
      const { rows } = await sql.query<{ id: string }>('SELECT id FROM notification WHERE event_id = $1', [
        sourceEventId,
      ]);
      return rows[0]?.id ?? '';
    },
    /** Quiet is on for a user, and ends in an hour. */
    async quiet(userId: string): Promise<void> {
      await sql.query(
        `INSERT INTO notification_setting (user_id, quiet_since, quiet_until, digest_at)
         VALUES ($1, now() - interval '1 hour', now() + interval '1 hour', now() + interval '5 hours')
         ON CONFLICT (user_id) DO UPDATE SET quiet_since = excluded.quiet_since, quiet_until = excluded.quiet_until`,
        [userId],
      );
    },
    /** What the user waits for is due: the hold, and what was to end with it, are over since a minute. */
    async pass(userId: string, what: 'hold' | 'digest' | 'snooze'): Promise<void> {
      if (what === 'digest')
        await sql.query(
          `UPDATE notification_setting SET digest_at = now() - interval '1 minute' WHERE user_id = $1`,
          [userId],
        );
      else {
        if (what === 'hold')
          await sql.query(
            `UPDATE notification_setting SET quiet_until = now() - interval '1 minute',
               paused_until = now() - interval '1 minute' WHERE user_id = $1`,
            [userId],
          );
        await sql.query(
          `UPDATE notification_recipient SET waits_until = now() - interval '1 minute',
             held_until = CASE WHEN held_until < 'infinity' AND NOT digest_channels @> '{in_app}'
               THEN now() - interval '1 minute' ELSE held_until END
           WHERE user_id = $1 AND waits_until IS NOT NULL AND (decision = 'snoozed') = $2`,
          [userId, what === 'snooze'],
        );
      }
    },
    /** Does all that is due, as the clock does. */
    async tick(): Promise<void> {
      for (const act of [
        (tx: EventfulTx) => planNextQuiet(tx, 'Europe/Vienna'),
        releaseHeld,
        wakeSnoozed,
        (tx: EventfulTx) => releaseDigest(tx, 'Europe/Vienna'),
      ])
        while (await run(act));
    },
    async rowOf(userId: string, id: string) {
      const { rows } = await sql.query<{
        held_until: Date | number | null;
        decision: string;
        chosen_by: string;
        waits_until: Date | null;
        held: string[];
        digest: string[];
        brief_id: string | null;
      }>(
        `SELECT held_until, decision, chosen_by, waits_until, held_channels::text[] AS held,
           digest_channels::text[] AS digest, brief_id
         FROM notification_recipient WHERE user_id = $1 AND notification_id = $2`,
        [userId, id],
      );
      return rows[0];
    },
    async deliveriesOf(userId: string, id: string): Promise<string[]> {
      const { rows } = await sql.query<{ channel: string }>(
        'SELECT channel::text FROM notification_delivery WHERE user_id = $1 AND notification_id = $2 ORDER BY channel',
        [userId, id],
      );
      return rows.map((row) => row.channel);
    },
    async subscribe(userId: string): Promise<void> {
      await sql.query(
        `INSERT INTO push_subscription (id, user_id, endpoint, p256dh, auth) VALUES ($1, $2, $3, 'x', 'x')`,
        [randomUUID(), userId, `https://push.example/${randomUUID()}`],
      );
    },
  };
}
