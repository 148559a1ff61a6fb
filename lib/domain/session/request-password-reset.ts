import { setTimeout as delay } from 'node:timers/promises';
import type { Locale } from '@/lib/contracts/http/locale';
import { writeMail } from '@/lib/infra/mail/write-mail';
import type { UnitOfWork } from '@/lib/infra/outbox/unit-of-work';
import { DomainProblem } from '../problem';
import type { ResetLimits } from './limit-resets';
import { sessionMails } from './mail-texts';
import { linkMinutes, makePasswordLink } from './password-link';

export interface ResetRequest {
  readonly email: string;
  readonly ipAddress: string;
  readonly userAgent: string;
  readonly correlationId: string;
}

/** Longer than the work takes, so that the time tells nothing. */
const ANSWER_AFTER_MS = 300;

/**
 * Mails a link to set a new password, if there is such an account and it is active. The answer and the time it takes are
 * the same if not.
 * @throws {DomainProblem} `auth.too_many_attempts` by the address asked from alone
 */
export async function requestPasswordReset(
  services: { unitOfWork: UnitOfWork; resetLimits: ResetLimits; publicOrigin: string },
  request: ResetRequest,
): Promise<void> {
  const email = request.email.trim().toLowerCase();
  const { waitSeconds, mayMail } = await services.resetLimits.take({ ...request, email });
  if (waitSeconds > 0) throw new DomainProblem('auth.too_many_attempts', { retryAfterSeconds: waitSeconds });
  const work = mayMail ? sendLink(services, { ...request, email }) : Promise.resolve();
  await Promise.all([work, delay(ANSWER_AFTER_MS)]);
}

function sendLink(
  { unitOfWork, publicOrigin }: { unitOfWork: UnitOfWork; publicOrigin: string },
  request: ResetRequest,
): Promise<void> {
  return unitOfWork.run({ correlationId: request.correlationId }, async (tx) => {
    const { rows } = await tx.query<{ id: string; name: string; email: string; locale: Locale | null }>(
      `SELECT id, name, email, locale FROM app_user WHERE email = $1 AND status = 'active' FOR UPDATE`,
      [request.email],
    );
    const user = rows[0];
    if (!user) return;
    const link = await makePasswordLink(tx, { userId: user.id, kind: 'reset', publicOrigin });
    const mail = { name: user.name, link: link.url, minutes: linkMinutes.reset };
    await writeMail(tx, user.email, sessionMails(user.locale).reset(mail));
    tx.publish('PASSWORD_RESET_REQUESTED', {
      user_id: user.id,
      email: user.email,
      reset_request_id: link.id,
      ip_address: request.ipAddress,
      user_agent: request.userAgent,
      requested_at: new Date().toISOString(),
      expires_at: link.expiresAt.toISOString(),
    });
  });
}
