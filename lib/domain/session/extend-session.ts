import type { UnitOfWork } from '@/lib/infra/outbox/unit-of-work';
import { DomainProblem } from '../problem';
import { LONGEST_SESSION_SECONDS } from './longest-session';

/**
 * The session goes on for as long as a new one would, counted from now; never beyond {@link LONGEST_SESSION_SECONDS} from
 * its beginning, nor shorter than it was.
 * @throws {DomainProblem} `auth.required` when it is over
 */
export async function extendSession(
  services: { unitOfWork: UnitOfWork; sessionMaxAgeSeconds: number },
  request: { userId: string; sessionId: string; ipAddress: string; userAgent: string; correlationId: string },
): Promise<{ expires_at: string }> {
  return services.unitOfWork.run({ correlationId: request.correlationId }, async (tx) => {
    const { rows } = await tx.query<{ expires_at: Date }>(EXTEND, [
      request.sessionId,
      request.userId,
      services.sessionMaxAgeSeconds,
      LONGEST_SESSION_SECONDS,
    ]);
    const expiresAt = rows[0]?.expires_at.toISOString();
    if (expiresAt === undefined) throw new DomainProblem('auth.required');
    tx.publish('TOKEN_REFRESHED', {
      user_id: request.userId,
      session_id: request.sessionId,
      ip_address: request.ipAddress,
      user_agent: request.userAgent,
      refreshed_at: new Date().toISOString(),
      expires_at: expiresAt,
    });
    return { expires_at: expiresAt };
  });
}

const EXTEND = `
  UPDATE session SET expires_at = greatest(expires_at,
    least(now() + make_interval(secs => $3), created_at + make_interval(secs => $4)))
  WHERE id = $1 AND user_id = $2 AND revoked_at IS NULL AND expires_at > now()
  RETURNING expires_at`;
