import { signIn } from 'next-auth/react';

export type SignInOutcome = 'signed-in' | 'wrong' | 'unreachable';

/** Opens a session by next-auth's own credentials callback. */
export async function signInWith(credentials: { email: string; password: string }): Promise<SignInOutcome> {
  try {
    const answer = await signIn('credentials', { ...credentials, redirect: false });
    if (answer?.ok) return 'signed-in';
    return answer?.status === 401 ? 'wrong' : 'unreachable';
  } catch {
    // No answer, or one that was not next-auth's.
    return 'unreachable';
  }
}
