import type { Locale } from '@/lib/contracts/http/locale';
import type { Role } from '@/lib/contracts/http/me';
import type { SqlTx } from '@/lib/infra/db/sql';
import type { EventfulTx, UnitOfWork } from '@/lib/infra/outbox/unit-of-work';
import type { TakenAttempt } from './limit-attempts';
import { linkIdentity } from './link-identity';
import { type NewSession, openSession, type SessionOwner } from './open-session';
import type { SignInServices } from './sign-in';
import { tellFailure } from './tell-failure';

/** What the university's identity provider says of whoever signed in there. */
export interface ProviderIdentity {
  readonly issuer: string;
  readonly subject: string;
  readonly email: string;
  /** Whether the provider has made sure that the e-mail is theirs. */
  readonly isEmailVerified: boolean;
  readonly name: string;
}

/** Why somebody is not let in who has signed in at the provider. */
export type ProviderRefusal = 'unverified' | 'unknown' | 'not_active' | 'taken' | 'wait';

export interface ProviderSignIn {
  readonly identity: ProviderIdentity;
  /** Makes an account for whom nobody knows; `null`: they are refused. Gives its id. */
  readonly admit: ((tx: EventfulTx, person: { email: string; name: string }) => Promise<string>) | null;
  readonly ipAddress: string;
  readonly userAgent: string;
  readonly correlationId: string;
}

interface Owner extends SessionOwner {
  readonly status: 'active' | 'suspended' | 'deleted';
  readonly has_second_factor: boolean;
}

/**
 * Opens a session for whom the provider names, as the right password would: what an account is not let in for, what is
 * told of it and its own second factor are the same. Known are people by what the provider calls them; the first time by
 * an e-mail that the provider has verified.
 */
export async function signInByProvider(
  services: SignInServices,
  request: ProviderSignIn,
): Promise<{ session: NewSession } | { refused: ProviderRefusal }> {
  const { identity, ipAddress } = request;
  const user = await findOwner(services.database.sql, identity, ipAddress);
  const email = user?.email ?? identity.email;
  const attempt = await services.attemptLimits.take({
    email,
    ipAddress,
    isKnownAddress: user?.is_known_address ?? false,
  });
  const refusal = judge(user, attempt, request);
  if (refusal) {
    if (refusal !== 'wait' || attempt.isFirstRefused)
      await tell(services.unitOfWork, { ...request, email, attempt, user, refusal });
    return { refused: refusal };
  }
  await attempt.succeeded();
  const session = await services.unitOfWork.run({ correlationId: request.correlationId }, async (tx) => {
    const owner = user ?? (await admitOwner(tx, request));
    if (!owner || !(await linkIdentity(tx, owner, identity))) return null;
    return openSession(tx, owner, request, services.sessionMaxAgeSeconds, owner.has_second_factor);
  });
  if (session) return { session };
  await tell(services.unitOfWork, { ...request, email, attempt, user, refusal: 'taken' });
  return { refused: 'taken' };
}

function judge(
  user: Owner | undefined,
  attempt: TakenAttempt,
  { identity, admit }: ProviderSignIn,
): ProviderRefusal | null {
  if (attempt.waitSeconds > 0) return 'wait';
  if (user) return user.status === 'active' ? null : 'not_active';
  // Whether there is such an account is not told for an e-mail that anybody can claim.
  if (!identity.isEmailVerified || identity.email === '') return 'unverified';
  return admit ? null : 'unknown';
}

function tell(
  unitOfWork: UnitOfWork,
  failure: ProviderSignIn & {
    email: string;
    attempt: TakenAttempt;
    user: Owner | undefined;
    refusal: ProviderRefusal;
  },
): Promise<void> {
  return tellFailure(unitOfWork, { ...failure, reason: reasons[failure.refusal] });
}

/** As events have them: where a password would fail for the same, the same. */
const reasons: Readonly<Record<ProviderRefusal, string>> = {
  wait: 'too_many_attempts',
  not_active: 'account_not_active',
  unknown: 'provider_person_unknown',
  unverified: 'provider_email_unverified',
  taken: 'provider_identity_taken',
};

async function admitOwner(tx: EventfulTx, { identity, admit, ipAddress }: ProviderSignIn) {
  await admit?.(tx, { email: identity.email, name: identity.name });
  return findOwner(tx, identity, ipAddress);
}

async function findOwner(
  sql: SqlTx,
  identity: ProviderIdentity,
  ipAddress: string,
): Promise<Owner | undefined> {
  const { rows } = await sql.query<Owner & { locale: Locale | null; role: Role }>(FIND, [
    identity.issuer,
    identity.subject,
    identity.isEmailVerified ? identity.email : null,
    ipAddress,
  ]);
  return rows[0];
}

/** Who is linked goes before whose e-mail it is now. */
const FIND = `
  SELECT app_user.id, app_user.name, app_user.email, app_user.role, app_user.locale, app_user.status,
    EXISTS (SELECT 1 FROM session
      WHERE session.user_id = app_user.id AND session.ip_address = $4 AND NOT session.is_pending
        AND session.created_at > now() - interval '90 days') AS is_known_address,
    EXISTS (SELECT 1 FROM session WHERE session.user_id = app_user.id) AS has_signed_in,
    EXISTS (SELECT 1 FROM second_factor WHERE second_factor.user_id = app_user.id AND confirmed_at IS NOT NULL)
      AS has_second_factor
  FROM app_user
  LEFT JOIN external_identity AS link
    ON link.user_id = app_user.id AND link.issuer = $1 AND link.subject = $2
  WHERE link.id IS NOT NULL OR app_user.email = $3
  ORDER BY link.id IS NULL LIMIT 1`;
