import type { IncomingMessage } from 'node:http';

/**
 * Whether a handshake may go on. Browsers do not apply CORS to WebSocket, so without this check any page on the web could
 * open a socket with the visitor's cookie. Programs that are not browsers send no Origin and hold no one else's cookies.
 */
export function createOriginCheck(allowed: readonly string[]): (request: IncomingMessage) => boolean {
  const origins = new Set(allowed);
  return ({ headers }) => headers.origin === undefined || origins.has(headers.origin);
}
