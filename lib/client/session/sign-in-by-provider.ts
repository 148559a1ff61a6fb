import { postAuth } from './auth-request';

/** The provider's page to go to; `null` when it, or our server, does not answer. */
export async function providerPage(goTo: string): Promise<string | null> {
  try {
    const response = await postAuth('signin/oidc', { callbackUrl: goTo });
    if (!response.ok) return null;
    const { Accepted } = await import('./auth-answers');
    const { url } = Accepted.parse(await response.json());
    // Our own page means that there is none to go to.
    return new URL(url, window.location.href).origin === window.location.origin ? null : url;
  } catch {
    return null;
  }
}
