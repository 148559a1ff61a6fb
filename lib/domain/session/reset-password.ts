import type { Locale } from '@/lib/contracts/http/locale';
import { hashPassword } from '@/lib/infra/auth/password';
import { writeMail } from '@/lib/infra/mail/write-mail';
import type { UnitOfWork } from '@/lib/infra/outbox/unit-of-work';
import { DomainProblem } from '../problem';
import { revokeSessions } from './end-sessions';
import { judgePassword } from './judge-password';
import { sessionMails } from './mail-texts';
import { tokenHash, voidPasswordLinks } from './password-link';
import { unlockAccount } from './unlock-account';

/**
 * Sets the password by a link from a mail, once. Every session ends and the account is unlocked: whoever holds the mailbox
 * is believed now. A password that will not do leaves the link good.
 * @throws {DomainProblem} `password.link_invalid`, `request.invalid`
 */
export async function resetPassword(
  unitOfWork: UnitOfWork,
  request: { token: string; password: string; ipAddress: string; userAgent: string; correlationId: string },
): Promise<void> {
  // Outside of the transaction: hashing takes long on purpose, and nobody shall wait for a lock meanwhile.
  const passwordHash = await hashPassword(request.password);
  await unitOfWork.run({ correlationId: request.correlationId }, async (tx) => {
    const { rows } = await tx.query<LinkOwner>(TAKE, [tokenHash(request.token)]);
    const owner = rows[0];
    if (!owner) throw new DomainProblem('password.link_invalid');
    judgePassword(request.password, owner);
    await tx.query('UPDATE app_user SET password_hash = $2 WHERE id = $1', [owner.user_id, passwordHash]);
    await voidPasswordLinks(tx, owner.user_id);
    const revoked = await revokeSessions(tx, {
      userId: owner.user_id,
      keptId: null,
      reason: 'password_changed',
      by: owner.user_id,
    });
    await unlockAccount(tx, owner);
    await writeMail(tx, owner.email, sessionMails(owner.locale).passwordChanged(owner));
    const at = new Date().toISOString();
    const told = {
      user_id: owner.user_id,
      email: owner.email,
      sessions_revoked: revoked,
      ip_address: request.ipAddress,
      user_agent: request.userAgent,
    };
    tx.publish('PASSWORD_RESET_COMPLETED', { ...told, reset_request_id: owner.link_id, completed_at: at });
    tx.publish('PASSWORD_CHANGED', { ...told, changed_by: owner.user_id, changed_at: at });
  });
}

interface LinkOwner {
  link_id: string;
  user_id: string;
  name: string;
  email: string;
  locale: Locale | null;
}

/** Of two who use one link at once the second finds it used. */
const TAKE = `
  UPDATE password_link AS link SET used_at = now()
  FROM app_user
  WHERE link.token_hash = $1 AND link.used_at IS NULL AND link.expires_at > now()
    AND app_user.id = link.user_id AND app_user.status = 'active'
  RETURNING link.id AS link_id, app_user.id AS user_id, app_user.name, app_user.email, app_user.locale`;
