import { randomUUID } from 'node:crypto';
import type { Role } from '@/lib/contracts/http/me';
import { passwordFits } from '@/lib/infra/auth/password';
import type { Database } from '@/lib/infra/db/database';
import type { UnitOfWork } from '@/lib/infra/outbox/unit-of-work';

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

interface Candidate {
  id: string;
  name: string;
  email: string;
  role: Role;
  status: 'active' | 'suspended' | 'deleted';
  password_hash: string;
}

/**
 * Checks email and password and opens a session; `null` when they do not fit or the account is not active, without
 * telling which, nor by how long it takes.
 */
export async function signIn(
  services: { database: Database; unitOfWork: UnitOfWork; sessionMaxAgeSeconds: number },
  request: SignInRequest,
): Promise<NewSession | null> {
  const email = request.email.trim().toLowerCase();
  const { rows } = await services.database.sql.query<Candidate>(
    'SELECT id, name, email, role, status, password_hash FROM app_user WHERE email = $1',
    [email],
  );
  const user = rows[0];
  const fits = await passwordFits(user?.password_hash ?? null, request.password);
  const context = { correlationId: request.correlationId };
  const device = { ip_address: request.ipAddress, user_agent: request.userAgent };
  if (!user || !fits || user.status !== 'active') {
    await services.unitOfWork.run(context, async (tx) => {
      tx.publish('LOGIN_FAILED', {
        ...device,
        email,
        failure_reason: user && fits ? 'account_not_active' : 'invalid_credentials',
        attempt_count: 1,
        is_account_locked: false,
        attempted_at: new Date().toISOString(),
      });
    });
    return null;
  }
  return openSession(services, user, request);
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
