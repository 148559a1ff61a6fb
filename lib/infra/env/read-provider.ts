import type { Env } from './read-env';

/** The OpenID Connect provider that people may sign in with. */
export interface ProviderSettings {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** What people call it. */
  readonly name: string;
  /** As what somebody nobody knows is taken in; `null`: not at all. */
  readonly newPeople: 'student' | 'faculty' | null;
}

export function readProvider(env: Env): ProviderSettings | null {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret } = env;
  if (!issuer || !clientId || !clientSecret) return null;
  const newPeople = env.OIDC_NEW_PEOPLE === 'refused' ? null : env.OIDC_NEW_PEOPLE;
  return { issuer, clientId, clientSecret, name: env.OIDC_NAME, newPeople };
}
