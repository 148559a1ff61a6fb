import type { Locale } from '@/lib/contracts/http/locale';
import type { Role } from '@/lib/contracts/http/me';
import { passwordFits } from '@/lib/infra/auth/password';
import type { Database } from '@/lib/infra/db/database';
import type { UnitOfWork } from '@/lib/infra/outbox/unit-of-work';
import { DomainProblem } from '../problem';
import type { AttemptLimits } from './limit-attempts';
import { type NewSession, openSession } from './open-session';
import { tellFailure } from './tell-failure';

export interface SignInRequest {
  readonly email: string;
  readonly password: string;
  readonly ipAddress: string;
  readonly userAgent: string;
  readonly correlationId: string;
}

export interface SignInServices {
  readonly database: Database;
  readonly unitOfWork: UnitOfWork;
  readonly attemptLimits: AttemptLimits;
  readonly sessionMaxAgeSeconds: number;
}

interface Candidate {
  id: string;
  name: string;
  email: string;
  role: Role;
  locale: Locale | null;
  status: 'active' | 'suspended' | 'deleted';
  password_hash: string;
  is_known_address: boolean;
  has_signed_in: boolean;
  has_second_factor: boolean;
}

/**
 * Checks email and password and opens a session, which is half open where a second factor is to be shown; `null` when they do not fit or the account is not active, without
 * telling which, nor by how long it takes.
 * @throws {DomainProblem} `auth.too_many_attempts`, whether or not there is such an account
 */
export async function signIn(services: SignInServices, request: SignInRequest): Promise<NewSession | null> {
  const email = request.email.trim().toLowerCase();
  const user = await findCandidate(services.database, email, request.ipAddress);
  const attempt = await services.attemptLimits.take({
    email,
    ipAddress: request.ipAddress,
    isKnownAddress: user?.is_known_address ?? false,
  });
  const tell = (reason: string) =>
    tellFailure(services.unitOfWork, { ...request, email, reason, attempt, user });
  if (attempt.waitSeconds > 0) {
    // The first of many is told of; what follows would only fill the log.
    if (attempt.isFirstRefused) await tell('too_many_attempts');
    throw new DomainProblem('auth.too_many_attempts', { retryAfterSeconds: attempt.waitSeconds });
  }
  const fits = await passwordFits(user?.password_hash ?? null, request.password);
  if (!user || !fits || user.status !== 'active') {
    await tell(user && fits ? 'account_not_active' : 'invalid_credentials');
    return null;
  }
  await attempt.succeeded();
  return services.unitOfWork.run({ correlationId: request.correlationId }, (tx) =>
    openSession(tx, user, request, services.sessionMaxAgeSeconds, user.has_second_factor),
  );
}

async function findCandidate(
  database: Database,
  email: string,
  ipAddress: string,
): Promise<Candidate | undefined> {
  const { rows } = await database.sql.query<Candidate>(
    `SELECT id, name, email, role, locale, status, password_hash, EXISTS (
       SELECT 1 FROM session
       WHERE session.user_id = app_user.id AND session.ip_address = $2 AND NOT session.is_pending
         AND session.created_at > now() - interval '90 days'
     ) AS is_known_address,
     EXISTS (SELECT 1 FROM session WHERE session.user_id = app_user.id) AS has_signed_in,
     EXISTS (SELECT 1 FROM second_factor WHERE second_factor.user_id = app_user.id AND confirmed_at IS NOT NULL)
       AS has_second_factor
     FROM app_user WHERE email = $1`,
    [email, ipAddress],
  );
  return rows[0];
}
