import { MOST_UNREAD_COUNTED } from '@/lib/contracts/http/most-unread';
import type { NotificationView } from '@/lib/contracts/http/notification';
import type { Synced } from '@/lib/contracts/pushes/socket';
import { isoTime } from '@/lib/infra/db/iso-time';
import type { SqlTx } from '@/lib/infra/db/sql';

/** More than this many missed notifications are not replayed one by one: the client loads its lists anew. */
export const MISSED_LIMIT = 200;

/**
 * What a user has missed since a cursor, and the next cursor, from one snapshot of the database.
 * Only the sequencer's stamp orders it: a stamp becomes visible after every smaller one, so nothing can slip in behind a
 * cursor. What is stamped later is pushed to whoever is connected by then.
 * `after: null` is a first visit: nothing counts as missed.
 */
export async function syncSince(sql: SqlTx, userId: string, after: string | null): Promise<Synced> {
  const { rows } = await sql.query<Snapshot>(SYNC, [userId, after, MISSED_LIMIT + 1]);
  const snapshot = rows[0];
  if (!snapshot) throw new Error('the sequencer has no head row: the database is not migrated');
  const missed = snapshot.missed.slice(0, MISSED_LIMIT);
  return {
    cursor: snapshot.cursor,
    missed,
    complete: snapshot.known && snapshot.missed.length <= MISSED_LIMIT,
    unread_count: snapshot.unread_count,
  };
}

interface Snapshot {
  cursor: string;
  /** False when the cursor is older than what the outbox keeps, or from another database. */
  known: boolean;
  missed: NotificationView[];
  unread_count: number;
}

const MISSED = `notification.id, notification.kind, notification.title, notification.message, notification.priority,
  notification.action_url, notification.correlation_id, notification.withdrawn_at, notification.category,
  notification.group_key, recipient.created_at, recipient.seen_at, recipient.read_at, recipient.archived_at`;

const SYNC = `
  SELECT
    head.last_seq::text AS cursor,
    ($2::bigint IS NULL OR $2::bigint = head.last_seq OR $2::bigint BETWEEN
      COALESCE((SELECT min(seq) FROM outbox_event), 1) - 1 AND head.last_seq) AS known,
    (SELECT count(*)::int FROM (
      SELECT 1 FROM notification_recipient
      WHERE user_id = $1 AND read_at IS NULL AND archived_at IS NULL AND held_until IS NULL LIMIT ${MOST_UNREAD_COUNTED}
    ) AS unread) AS unread_count,
    COALESCE((
      SELECT json_agg(json_build_object(
        'id', missed.id, 'kind', missed.kind, 'title', missed.title, 'message', missed.message,
        'priority', missed.priority, 'action_url', missed.action_url, 'correlation_id', missed.correlation_id,
        'created_at', ${isoTime('missed.created_at')},
        'seen_at', ${isoTime('missed.seen_at')},
        'read_at', ${isoTime('missed.read_at')},
        'archived_at', ${isoTime('missed.archived_at')},
        'withdrawn_at', ${isoTime('missed.withdrawn_at')},
        'category', missed.category, 'group_key', missed.group_key, 'snoozed_until', NULL
      ) ORDER BY missed.seq)
      FROM (
        SELECT shown.* FROM (
          SELECT ${MISSED}, outbox.seq
          FROM notification_recipient AS recipient
          JOIN notification ON notification.id = recipient.notification_id
          JOIN outbox_event AS outbox ON outbox.event_id = notification.queued_event_id
          WHERE recipient.user_id = $1 AND recipient.held_until IS NULL AND recipient.shown_event_id IS NULL
            AND outbox.seq > $2::bigint
          UNION ALL
          SELECT ${MISSED}, outbox.seq
          FROM notification_recipient AS recipient
          JOIN notification ON notification.id = recipient.notification_id
          JOIN outbox_event AS outbox ON outbox.event_id = recipient.shown_event_id
          WHERE recipient.user_id = $1 AND recipient.held_until IS NULL AND recipient.shown_event_id IS NOT NULL
            AND outbox.seq > $2::bigint
        ) AS shown
        ORDER BY shown.seq
        LIMIT $3
      ) AS missed
    ), '[]'::json) AS missed
  FROM sequencer_head AS head`;
