import type { Priority } from '@/lib/contracts/http/announcement';
import { Locale } from '@/lib/contracts/http/locale';
import type { NotificationCategory, NotificationChannel } from '@/lib/contracts/http/notification-category';
import type { SqlTx } from '@/lib/infra/db/sql';

/** What is held back from a reader, as far as its release needs to know. */
export interface HeldRow {
  readonly id: string;
  readonly kind: string;
  readonly category: NotificationCategory;
  /** The subject's code; `null`: of no course. */
  readonly course: string | null;
  readonly group_key: string;
  readonly title: string;
  readonly priority: Priority;
  readonly decision: string;
  /** It is shown in the browser when it is released. */
  readonly is_shown: boolean;
  /** Where else it goes then. */
  readonly channels: NotificationChannel[];
  /** There is still something to tell: not read, put away, taken back or too old. */
  readonly is_news: boolean;
}

/** SQL: the columns of a {@link HeldRow} but for `is_shown` and `channels`. */
export const HELD_COLUMNS = `notification.id, notification.kind, notification.category, subject.code AS course,
  notification.group_key, notification.title, notification.priority, recipient.decision,
  (recipient.read_at IS NULL AND recipient.archived_at IS NULL AND notification.withdrawn_at IS NULL
    AND (notification.expires_at IS NULL OR notification.expires_at > now())) AS is_news`;

export const HELD_FROM = `FROM notification_recipient AS recipient
  JOIN notification ON notification.id = recipient.notification_id
  LEFT JOIN course ON course.id = notification.course_id
  LEFT JOIN subject ON subject.id = course.subject_id`;

/** SQL over `recipient`: it waits to be shown for what `waits_until` stands for, and for no digest. */
export const WAITS_TO_BE_SHOWN = `(recipient.held_until < 'infinity' AND NOT recipient.digest_channels @> '{in_app}')`;

export interface HeldReader {
  readonly locale: Locale | null;
  /** What holds everything back from them now, and until when. */
  readonly hold: { readonly until: Date; readonly decision: 'paused' | 'quiet' } | null;
}

export async function readHeldReader(sql: SqlTx, userId: string): Promise<HeldReader> {
  const { rows } = await sql.query<{ locale: string | null; paused: Date | null; quiet: Date | null }>(
    READER,
    [userId],
  );
  const { locale = null, paused = null, quiet = null } = rows[0] ?? {};
  const isPause = paused !== null && (quiet === null || paused > quiet);
  const until = isPause ? paused : quiet;
  return {
    locale: Locale.safeParse(locale).data ?? null,
    hold: until && { until, decision: isPause ? 'paused' : 'quiet' },
  };
}

const READER = `
  SELECT app_user.locale,
    CASE WHEN setting.paused_until > now() THEN setting.paused_until END AS paused,
    CASE WHEN setting.quiet_since <= now() AND setting.quiet_until > now() THEN setting.quiet_until END AS quiet
  FROM app_user LEFT JOIN notification_setting AS setting ON setting.user_id = app_user.id
  WHERE app_user.id = $1`;
