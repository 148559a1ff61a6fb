import type { Locale } from '@/lib/contracts/http/locale';
import type { UnitOfWork } from '@/lib/infra/outbox/unit-of-work';
import type { TakenAttempt } from './limit-attempts';
import { accountNotices } from './notice-texts';
import { notifyOwner } from './notify-owner';

interface Failure {
  readonly email: string;
  readonly ipAddress: string;
  readonly userAgent: string;
  readonly correlationId: string;
  readonly reason: string;
  readonly attempt: TakenAttempt;
  /** `undefined`: there is no such account. */
  readonly user: { readonly id: string; readonly locale: Locale | null } | undefined;
}

/** Says that an attempt failed; of the one with which the account is locked for its address, that too, to its owner as well. */
export async function tellFailure(unitOfWork: UnitOfWork, failure: Failure): Promise<void> {
  const { user, attempt, email } = failure;
  const origin = { ip_address: failure.ipAddress, user_agent: failure.userAgent };
  const now = new Date();
  const lock = user && attempt.lock;
  await unitOfWork.run({ correlationId: failure.correlationId }, async (tx) => {
    tx.publish('LOGIN_FAILED', {
      ...origin,
      email,
      failure_reason: failure.reason,
      attempt_count: attempt.count,
      is_account_locked: lock !== null && lock !== undefined,
      attempted_at: now.toISOString(),
    });
    if (!lock) return;
    const until = new Date(now.getTime() + attempt.waitSeconds * 1_000);
    await tx.query(LOCK, [user.id, lock.key, failure.ipAddress, now, until]);
    tx.publish('ACCOUNT_LOCKED', {
      ...origin,
      user_id: user.id,
      email,
      reason: 'too_many_failed_logins',
      failed_attempts: attempt.count - 1,
      locked_at: now.toISOString(),
      locked_until: until.toISOString(),
    });
    const minutes = Math.ceil(attempt.waitSeconds / 60);
    notifyOwner(tx, user.id, accountNotices(user.locale).locked({ address: failure.ipAddress, minutes }));
  });
}

const LOCK = `
  INSERT INTO sign_in_lock (user_id, limit_key, ip_address, locked_at, locked_until) VALUES ($1, $2, $3, $4, $5)
  ON CONFLICT (user_id, limit_key) DO UPDATE SET ip_address = excluded.ip_address, locked_at = excluded.locked_at,
    locked_until = excluded.locked_until`;
