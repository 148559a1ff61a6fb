import type { HalfSignedIn } from './authenticate';
import { type SessionOwner, tellOpened } from './open-session';
import { type SecondFactorServices, withCode } from './second-factor';

/**
 * Shows the code that a half-open session waits for: from then on it is one like others, and told of as such.
 * @throws {DomainProblem} `request.invalid` (`wrong_code`), `auth.too_many_attempts`
 */
export async function passSecondFactor(
  services: SecondFactorServices & { sessionMaxAgeSeconds: number },
  request: {
    user: HalfSignedIn['user'];
    code: string;
    ipAddress: string;
    userAgent: string;
    correlationId: string;
  },
): Promise<void> {
  const { user } = request;
  await withCode(services, request, async (tx) => {
    const owner = await tx.query<SessionOwner>(OWNER, [user.userId, request.ipAddress, user.sessionId]);
    const now = new Date();
    const expiresAt = new Date(now.getTime() + services.sessionMaxAgeSeconds * 1_000);
    const { rowCount } = await tx.query(
      `UPDATE session SET is_pending = false, created_at = $2, expires_at = $3 WHERE id = $1 AND is_pending`,
      [user.sessionId, now, expiresAt],
    );
    const known = owner.rows[0];
    if (rowCount === 0 || !known) return;
    tellOpened(tx, known, { ...request, sessionId: user.sessionId, now, expiresAt });
  });
}

const OWNER = `
  SELECT id, name, email, role, locale, EXISTS (
    SELECT 1 FROM session WHERE user_id = app_user.id AND ip_address = $2 AND NOT is_pending
      AND created_at > now() - interval '90 days') AS is_known_address,
    EXISTS (SELECT 1 FROM session WHERE user_id = app_user.id AND id <> $3) AS has_signed_in
  FROM app_user WHERE id = $1`;
