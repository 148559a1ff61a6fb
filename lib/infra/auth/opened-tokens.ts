import { openSessionToken, type SessionClaims } from './session-cookie';

/** How many of the tokens opened last are remembered: some MB at most. */
const MOST = 10_000;

/**
 * Opens session tokens as {@link openSessionToken} does, each once: deciphering costs more than the question to the database
 * that follows. A token says the same for ever; whether its session still counts is only in the database.
 */
export function createTokenOpener(secret: string): (token: string) => Promise<SessionClaims | null> {
  const opened = new Map<string, SessionClaims>();
  return async (token) => {
    const known = opened.get(token);
    if (known) return known;
    const claims = await openSessionToken(token, secret);
    if (!claims) return null;
    const oldest = opened.keys().next().value;
    if (opened.size >= MOST && oldest !== undefined) opened.delete(oldest);
    opened.set(token, claims);
    return claims;
  };
}
