/** The push services of the browsers there are: a host, or with a dot before it every host under it. */
export const knownPushServices = [
  'fcm.googleapis.com',
  '.push.services.mozilla.com',
  '.notify.windows.com',
  '.push.apple.com',
] as const;

/**
 * Whether an address is one that a push may be sent to: https at a service in the list. An address is told by a browser, and
 * we go there: anything else would be a way into our own network. An entry that is an origin stands for itself alone.
 */
export function isPushService(endpoint: string, services: readonly string[]): boolean {
  if (!URL.canParse(endpoint)) return false;
  const { protocol, host, origin, username, password } = new URL(endpoint);
  if (username !== '' || password !== '') return false;
  return services.some(
    (service) =>
      service === origin ||
      (protocol === 'https:' && (service.startsWith('.') ? host.endsWith(service) : host === service)),
  );
}
