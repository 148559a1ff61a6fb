import type { OAuthConfig } from 'next-auth/providers/oauth';
import { admitPerson } from '@/lib/domain/person/admit-person';
import type { NewSession } from '@/lib/domain/session/open-session';
import { type ProviderRefusal, signInByProvider } from '@/lib/domain/session/sign-in-by-provider';
import type { ProviderSettings } from '@/lib/infra/env/read-provider';
import type { WebServices } from '../services';
import { mergeClaims, ProviderClaims } from './provider-claims';

const TIMEOUT_MS = 5_000;

/** The university's OpenID Connect provider for next-auth: the code flow with PKCE, state and nonce. */
export function describeProvider(settings: ProviderSettings): OAuthConfig<Record<string, unknown>> {
  return {
    id: 'oidc',
    name: settings.name,
    type: 'oauth',
    wellKnown: `${settings.issuer.replace(/\/$/, '')}/.well-known/openid-configuration`,
    clientId: settings.clientId,
    clientSecret: settings.clientSecret,
    authorization: { params: { scope: 'openid email profile' } },
    checks: ['pkce', 'state', 'nonce'],
    idToken: true,
    httpOptions: { timeout: TIMEOUT_MS },
    userinfo: {
      async request({ tokens, client }) {
        const { access_token: token, id_token: signed } = tokens;
        const asks = token && client.issuer.metadata.userinfo_endpoint;
        return mergeClaims(String(signed), asks ? await client.userinfo(token) : null);
      },
    },
    // Who they are here, and whether they may in, is found out next, by `openFor`.
    profile: (claims) => ({ id: String(claims.sub), sessionId: '' }),
  };
}

/** Opens a session for whom the provider has named. */
export async function openFor(
  services: WebServices,
  settings: ProviderSettings,
  given: { claims: unknown; ipAddress: string; userAgent: string; correlationId: string },
): Promise<{ session: NewSession } | { refused: ProviderRefusal }> {
  const { claims, ...origin } = given;
  const { iss, sub, email, email_verified, name } = ProviderClaims.parse(claims);
  if (iss !== settings.issuer) throw new Error(`The provider calls itself ${iss}, not ${settings.issuer}`);
  const role = settings.newPeople;
  return signInByProvider(services, {
    ...origin,
    identity: { issuer: iss, subject: sub, email, isEmailVerified: email_verified, name: name || email },
    admit:
      role && ((tx, person) => admitPerson(tx, { ...person, role, correlationId: origin.correlationId })),
  });
}
