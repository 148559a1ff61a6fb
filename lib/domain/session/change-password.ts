import type { Locale } from '@/lib/contracts/http/locale';
import { hashPassword, passwordFits } from '@/lib/infra/auth/password';
import { writeMail } from '@/lib/infra/mail/write-mail';
import type { UnitOfWork } from '@/lib/infra/outbox/unit-of-work';
import { DomainProblem, wrongField } from '../problem';
import type { SignedIn } from './authenticate';
import { revokeSessions } from './end-sessions';
import { judgePassword } from './judge-password';
import type { AttemptLimits } from './limit-attempts';
import { sessionMails } from './mail-texts';
import { voidPasswordLinks } from './password-link';

interface Change {
  readonly user: SignedIn;
  readonly currentPassword: string;
  readonly password: string;
  readonly ipAddress: string;
  readonly userAgent: string;
  readonly correlationId: string;
}

/**
 * Another password, by whoever knows the present one. All other sessions end, the one that asks goes on.
 * @throws {DomainProblem} `request.invalid` (`wrong_password`, or what is wrong with the new one), `auth.too_many_attempts`
 */
export async function changePassword(
  services: { unitOfWork: UnitOfWork; attemptLimits: AttemptLimits },
  change: Change,
): Promise<{ ended_count: number }> {
  const { user } = change;
  judgePassword(change.password, user);
  const { rows } = await services.unitOfWork.run({ correlationId: change.correlationId }, (tx) =>
    tx.query<{ password_hash: string; locale: Locale | null }>(
      'SELECT password_hash, locale FROM app_user WHERE id = $1',
      [user.userId],
    ),
  );
  // Between the transactions: hashing takes long on purpose, and no connection shall wait for it.
  await checkPassword(services.attemptLimits, change, rows[0]?.password_hash ?? null);
  const passwordHash = await hashPassword(change.password);
  return services.unitOfWork.run({ correlationId: change.correlationId }, async (tx) => {
    await tx.query('UPDATE app_user SET password_hash = $2 WHERE id = $1', [user.userId, passwordHash]);
    await voidPasswordLinks(tx, user.userId);
    const revoked = await revokeSessions(tx, {
      userId: user.userId,
      keptId: user.sessionId,
      reason: 'password_changed',
      by: user.userId,
    });
    await writeMail(tx, user.email, sessionMails(rows[0]?.locale ?? null).passwordChanged(user));
    tx.publish('PASSWORD_CHANGED', {
      user_id: user.userId,
      email: user.email,
      changed_by: user.userId,
      kept_session_id: user.sessionId,
      sessions_revoked: revoked,
      ip_address: change.ipAddress,
      user_agent: change.userAgent,
      changed_at: new Date().toISOString(),
    });
    return { ended_count: revoked };
  });
}

/** A screen left open is no way to guess: counted as signing in is. */
async function checkPassword(limits: AttemptLimits, change: Change, hash: string | null): Promise<void> {
  const { email } = change.user;
  const attempt = await limits.take({ email, ipAddress: change.ipAddress, isKnownAddress: true });
  if (attempt.waitSeconds > 0)
    throw new DomainProblem('auth.too_many_attempts', { retryAfterSeconds: attempt.waitSeconds });
  if (!(await passwordFits(hash, change.currentPassword)))
    throw wrongField('current_password', 'wrong_password', 'Not the present password');
  await attempt.succeeded();
}
