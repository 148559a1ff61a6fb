import { randomUUID } from 'node:crypto';
import type { Locale } from '@/lib/contracts/http/locale';
import type { Role } from '@/lib/contracts/http/me';
import { describeDevice } from '@/lib/infra/http/describe-device';
import type { EventfulTx } from '@/lib/infra/outbox/unit-of-work';
import { accountNotices } from './notice-texts';
import { notifyOwner } from './notify-owner';

export interface SessionOwner {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  readonly locale: Locale | null;
  /** Whether the account has signed in from this address lately. */
  readonly is_known_address: boolean;
  /** Whether it has ever signed in. */
  readonly has_signed_in: boolean;
}

export interface NewSession {
  readonly userId: string;
  readonly name: string;
  readonly email: string;
  readonly sessionId: string;
}

interface Origin {
  readonly ipAddress: string;
  readonly userAgent: string;
}

/** How long a session waits for its second factor. */
const PENDING_SECONDS = 600;

/** Opens a session and says so: to the log, and to the owner where the place is a new one. */
export async function openSession(
  tx: EventfulTx,
  user: SessionOwner,
  origin: Origin,
  maxAgeSeconds: number,
  hasSecondFactor: boolean,
): Promise<NewSession> {
  const sessionId = randomUUID();
  const now = new Date();
  const seconds = hasSecondFactor ? Math.min(PENDING_SECONDS, maxAgeSeconds) : maxAgeSeconds;
  const expiresAt = new Date(now.getTime() + seconds * 1000);
  await tx.query(
    `INSERT INTO session (id, user_id, created_at, expires_at, user_agent, ip_address, is_pending)
     VALUES ($1, $2, $3, $4, $5, $6, $7)`,
    [sessionId, user.id, now, expiresAt, origin.userAgent, origin.ipAddress, hasSecondFactor],
  );
  // A half-open session is told of once the second factor has been shown.
  if (!hasSecondFactor) tellOpened(tx, user, { ...origin, sessionId, now, expiresAt });
  return { userId: user.id, name: user.name, email: user.email, sessionId };
}

/** What is told once a session is good for everything. */
export function tellOpened(
  tx: EventfulTx,
  user: SessionOwner,
  session: Origin & { sessionId: string; now: Date; expiresAt: Date },
): void {
  const { now, userAgent, ipAddress } = session;
  const device = {
    user_id: user.id,
    role_name: user.role,
    session_id: session.sessionId,
    ip_address: ipAddress,
    user_agent: userAgent,
    device_type: deviceType(userAgent),
    expires_at: session.expiresAt.toISOString(),
  };
  tx.publish('LOGIN_SUCCESS', { ...device, email: user.email, login_at: now.toISOString() });
  tx.publish('SESSION_CREATED', { ...device, created_at: now.toISOString() });
  if (user.is_known_address || !user.has_signed_in) return;
  const { browser, system } = describeDevice(userAgent);
  const named = [browser, system].filter((part) => part !== null).join(', ') || null;
  notifyOwner(tx, user.id, accountNotices(user.locale).newSignIn({ device: named, address: ipAddress }));
}

function deviceType(userAgent: string): string {
  if (/ipad|tablet/i.test(userAgent)) return 'tablet';
  return /mobi|android|iphone/i.test(userAgent) ? 'mobile' : 'desktop';
}
