import { randomUUID } from 'node:crypto';
import type { Role } from '@/lib/contracts/http/me';
import { passwordFits } from '@/lib/infra/auth/password';
import type { Database } from '@/lib/infra/db/database';
import type { UnitOfWork } from '@/lib/infra/outbox/unit-of-work';
import { DomainProblem } from '../problem';
import type { AttemptLimits } from './limit-attempts';

export interface SignInRequest {
  readonly email: string;
  readonly password: string;
  readonly ipAddress: string;
  readonly userAgent: string;
  readonly correlationId: string;
}

export interface NewSession {
  readonly userId: string;
  readonly name: string;
  readonly email: string;
  readonly sessionId: string;
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
  status: 'active' | 'suspended' | 'deleted';
  password_hash: string;
  /** Whether the account has signed in from this address lately. */
  is_known_address: boolean;
}

/**
 * Checks email and password and opens a session; `null` when they do not fit or the account is not active, without
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
    tellFailure(services.unitOfWork, request, { email, reason, count: attempt.count });
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
  return openSession(services, user, request);
}

async function findCandidate(
  database: Database,
  email: string,
  ipAddress: string,
): Promise<Candidate | undefined> {
  const { rows } = await database.sql.query<Candidate>(
    `SELECT id, name, email, role, status, password_hash, EXISTS (
       SELECT 1 FROM session
       WHERE session.user_id = app_user.id AND session.ip_address = $2 AND session.created_at > now() - interval '90 days'
     ) AS is_known_address
     FROM app_user WHERE email = $1`,
    [email, ipAddress],
  );
  return rows[0];
}

async function tellFailure(
  unitOfWork: UnitOfWork,
  request: SignInRequest,
  failure: { email: string; reason: string; count: number },
): Promise<void> {
  await unitOfWork.run({ correlationId: request.correlationId }, async (tx) => {
    tx.publish('LOGIN_FAILED', {
      ip_address: request.ipAddress,
      user_agent: request.userAgent,
      email: failure.email,
      failure_reason: failure.reason,
      attempt_count: failure.count,
      is_account_locked: false,
      attempted_at: new Date().toISOString(),
    });
  });
}

async function openSession(
  services: { unitOfWork: UnitOfWork; sessionMaxAgeSeconds: number },
  user: Candidate,
  request: SignInRequest,
): Promise<NewSession> {
  const sessionId = randomUUID();
  const now = new Date();
  const expiresAt = new Date(now.getTime() + services.sessionMaxAgeSeconds * 1000);
  await services.unitOfWork.run({ correlationId: request.correlationId }, async (tx) => {
    await tx.query(
      'INSERT INTO session (id, user_id, created_at, expires_at, user_agent, ip_address) VALUES ($1, $2, $3, $4, $5, $6)',
      [sessionId, user.id, now, expiresAt, request.userAgent, request.ipAddress],
    );
    const device = {
      user_id: user.id,
      role_name: user.role,
      session_id: sessionId,
      ip_address: request.ipAddress,
      user_agent: request.userAgent,
      device_type: deviceType(request.userAgent),
      expires_at: expiresAt.toISOString(),
    };
    tx.publish('LOGIN_SUCCESS', {
      ...device,
      email: user.email,
      login_at: now.toISOString(),
    });
    tx.publish('SESSION_CREATED', { ...device, created_at: now.toISOString() });
  });
  return { userId: user.id, name: user.name, email: user.email, sessionId };
}

function deviceType(userAgent: string): string {
  if (/ipad|tablet/i.test(userAgent)) return 'tablet';
  return /mobi|android|iphone/i.test(userAgent) ? 'mobile' : 'desktop';
}
