interface PolicyFactory {
  createPolicy(name: 'default', rules: TrustedRules): unknown;
}
/** What a string may become; `null` refuses it. */
interface TrustedRules {
  createScriptURL(url: string): string | null;
  createHTML(html: string): string | null;
}

export const WORKER_ADDRESS = '/sw.js';

/**
 * The page's policy lets no string become a script or markup unless this says so. It does for the files of this build,
 * which the bundler loads as they are needed, and for the service worker; markup never comes from a string.
 */
export const trustedRules = (origin: string): TrustedRules => ({
  createScriptURL(address) {
    const url = URL.canParse(address, origin) ? new URL(address, origin) : undefined;
    const isOurs =
      url?.origin === origin && (url.pathname.startsWith('/_next/static/') || address === WORKER_ADDRESS);
    return isOurs ? address : null;
  },
  // React makes the (inert) elements of inline scripts so, then fills in their text. Without a "<" nothing is made of it.
  createHTML: (html) => (html === '<script></script>' || !html.includes('<') ? html : null),
});

/** Takes effect where browsers know trusted types; the others are held by the rest of the policy. */
export function allowOwnScripts(): void {
  if (!('trustedTypes' in window) || !isFactory(window.trustedTypes)) return;
  window.trustedTypes.createPolicy('default', trustedRules(window.location.origin));
}

function isFactory(value: unknown): value is PolicyFactory {
  return typeof value === 'object' && value !== null && 'createPolicy' in value;
}
