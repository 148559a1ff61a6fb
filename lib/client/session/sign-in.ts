import { postAuth, wasAccepted } from './auth-request';

export type SignInOutcome =
  | { kind: 'signed-in' | 'wrong' | 'unreachable' }
  | { kind: 'wait'; seconds: number };

/** Opens a session by next-auth's own credentials callback. */
export async function signInWith(credentials: { email: string; password: string }): Promise<SignInOutcome> {
  try {
    const response = await postAuth('callback/credentials', credentials);
    if (response.status === 401) return { kind: 'wrong' };
    if (response.status === 429)
      return { kind: 'wait', seconds: Number(response.headers.get('retry-after')) || 1 };
    return { kind: (await wasAccepted(response)) ? 'signed-in' : 'unreachable' };
  } catch {
    // No answer, or one that was not next-auth's.
    return { kind: 'unreachable' };
  }
}
