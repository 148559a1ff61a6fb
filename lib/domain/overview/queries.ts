import type { Overview } from '@/lib/contracts/http/overview';
import type { SqlTx } from '@/lib/infra/db/sql';

const EVENTS = 10;

/** A read model over several nouns, computed from their rows each time: it cannot say something else than they do. */
export async function readOverview(sql: SqlTx, timeZone: string): Promise<Overview> {
  const [counts, events] = await Promise.all([
    sql.query<Omit<Overview, 'events'>>(COUNTS, [timeZone]),
    sql.query<EventRow>(LAST_EVENTS, [EVENTS]),
  ]);
  const none = { people_online: 0, published_today: 0, delivered_today: 0, urgent_unacknowledged: 0 };
  return {
    ...(counts.rows[0] ?? none),
    events: events.rows.map((row) => ({ ...row, created_at: row.created_at.toISOString() })),
  };
}

interface EventRow {
  event_id: string;
  event_type: string;
  topic: string;
  correlation_id: string;
  created_at: Date;
}

const COUNTS = `
  WITH today AS (SELECT date_trunc('day', now(), $1) AS began)
  SELECT
    (SELECT count(DISTINCT user_id)::int FROM session
     WHERE revoked_at IS NULL AND expires_at > now() AND last_seen_at > now() - interval '2 minutes') AS people_online,
    (SELECT count(*)::int FROM announcement, today
     WHERE published_at >= began AND published_at <= now()) AS published_today,
    (SELECT count(*)::int FROM notification_recipient, today WHERE delivered_at >= began) AS delivered_today,
    (SELECT count(DISTINCT (announcement.id, recipient.user_id))::int
     FROM announcement
     JOIN notification ON notification.announcement_id = announcement.id
       AND notification.announced_revision = announcement.announced_revision
     JOIN notification_recipient AS recipient ON recipient.notification_id = notification.id
     WHERE announcement.priority = 'urgent' AND announcement.status = 'published'
       AND announcement.deleted_at IS NULL
       AND (announcement.expires_at IS NULL OR announcement.expires_at > now())
       AND NOT EXISTS (
         SELECT 1 FROM announcement_acknowledgement AS acknowledgement
         WHERE acknowledgement.announcement_id = announcement.id
           AND acknowledgement.user_id = recipient.user_id
           AND acknowledgement.revision >= announcement.announced_revision)) AS urgent_unacknowledged`;

const LAST_EVENTS = `
  SELECT event_id, event_type, topic, correlation_id, created_at
  FROM outbox_event WHERE seq IS NOT NULL ORDER BY seq DESC LIMIT $1`;
