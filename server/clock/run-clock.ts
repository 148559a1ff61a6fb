import { expireDue, publishDue } from '@/lib/domain/announcement/keep-time';
import { remindDue } from '@/lib/domain/announcement/send-reminder-round';
import { expireOffer } from '@/lib/domain/course/answer-offer';
import { sendDue } from '@/lib/domain/notification/command/send-due';
import { releaseDigest } from '@/lib/domain/notification/release-digest';
import { releaseHeld, wakeSnoozed } from '@/lib/domain/notification/release-held';
import { planNextQuiet } from '@/lib/domain/notification-preference/plan-settings';
import { activateDue } from '@/lib/domain/person/change-status';
import { expireSessions } from '@/lib/domain/session/expire-sessions';
import { prepared, type SqlTx } from '@/lib/infra/db/sql';
import type { EventfulTx, UnitOfWork } from '@/lib/infra/outbox/unit-of-work';
import { type RunningTurns, runTurns } from '@/server/turns/run-turns';

/** How late something that is due may begin, ms. */
const TICK_MS = 500;

/**
 * Does what is due: publishes what is scheduled, ends what expires, sends the next round of reminders. What is due is a
 * condition over rows, so nothing is lost while no process runs, and any number of processes may look: each takes one row
 * at a time in a transaction of its own and passes over what another has locked.
 */
export function runClock(options: {
  sql: SqlTx;
  unitOfWork: UnitOfWork;
  /** Of whoever has none of their own. */
  timeZone: string;
  correlationId: () => string;
  onError: (error: unknown) => void;
}): RunningTurns {
  const { sql, unitOfWork, timeZone, correlationId, onError } = options;
  return runTurns({
    everyMs: TICK_MS,
    async turn(isStopped) {
      const { rows } = await sql.query<Record<keyof typeof acts, boolean>>(DUE);
      const due = rows[0];
      for (const act of actNames) {
        if (!due?.[act]) continue;
        const doOne = () =>
          unitOfWork.run({ correlationId: correlationId() }, (tx) => acts[act](tx, timeZone));
        try {
          while (!isStopped() && (await doOne()));
        } catch (error) {
          // One that cannot be done keeps those of other acts waiting no longer.
          onError(error);
        }
      }
      return 'wait';
    },
    onError,
  });
}

const acts = {
  publish: publishDue,
  expire: expireDue,
  remind: remindDue,
  activate: activateDue,
  endSessions: expireSessions,
  offer: expireOffer,
  send: sendDue,
  quiet: planNextQuiet,
  release: releaseHeld,
  wake: wakeSnoozed,
  digest: releaseDigest,
} as const satisfies Record<string, (tx: EventfulTx, timeZone: string) => Promise<boolean>>;
const actNames = [
  'publish',
  'expire',
  'remind',
  'activate',
  'endSessions',
  'offer',
  'send',
  // What comes next is known before what is over is released.
  'quiet',
  'release',
  'wake',
  'digest',
] as const satisfies (keyof typeof acts)[];

const DUE = prepared(`
  SELECT
    EXISTS (SELECT 1 FROM announcement
      WHERE status = 'scheduled' AND scheduled_for <= now() AND deleted_at IS NULL) AS publish,
    EXISTS (SELECT 1 FROM announcement
      WHERE status = 'published' AND expires_at <= now() AND deleted_at IS NULL) AS expire,
    EXISTS (SELECT 1 FROM announcement_reminder WHERE next_at <= now()) AS remind,
    EXISTS (SELECT 1 FROM app_user WHERE status = 'suspended' AND suspended_until <= now()) AS activate,
    EXISTS (SELECT 1 FROM session WHERE expiry_told_at IS NULL AND revoked_at IS NULL AND expires_at <= now()
      AND NOT is_pending) AS "endSessions",
    EXISTS (SELECT 1 FROM enrollment WHERE status = 'offered' AND offer_expires_at <= now()) AS offer,
    EXISTS (SELECT 1 FROM notification_command WHERE status = 'scheduled' AND scheduled_at <= now()) AS send,
    EXISTS (SELECT 1 FROM notification_setting WHERE quiet_until <= now()) AS quiet,
    EXISTS (SELECT 1 FROM notification_recipient WHERE waits_until <= now() AND decision <> 'snoozed') AS release,
    EXISTS (SELECT 1 FROM notification_recipient WHERE waits_until <= now() AND decision = 'snoozed') AS wake,
    EXISTS (SELECT 1 FROM notification_setting WHERE digest_at <= now()) AS digest`);
