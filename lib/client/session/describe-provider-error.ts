import type { session } from '../text/en/session';

/** What the log-in page says after the provider has sent somebody back, by the code in its address. */
export function describeProviderError(
  text: (typeof session)['provider'],
  code: unknown,
  name: string,
): string {
  switch (code) {
    case 'OAuthSignin':
      return text.unreachable(name);
    case 'unverified':
      return text.unverified(name);
    case 'unknown':
      return text.unknown;
    case 'not_active':
      return text.notActive;
    case 'taken':
      return text.taken;
    case 'wait':
      return text.wait;
    default:
      return text.failed(name);
  }
}
