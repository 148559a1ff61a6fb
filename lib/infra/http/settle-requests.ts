import diagnostics from 'node:diagnostics_channel';
import { IncomingMessage } from 'node:http';
import { type ClientAddress, createClientAddress } from './client-address';

/**
 * From now on every request that reaches an HTTP server of this process is settled before anybody looks at it: one address
 * in `X-Forwarded-For`, its client's (Next.js hands route handlers no socket, and would believe what the client says
 * there); a target without a host in it; no method that the platform's own `Request` throws at.
 */
export function settleRequests(trustedProxies: readonly string[]): void {
  const clientAddress = createClientAddress(trustedProxies);
  // Node tells this channel of each request before the server's own listeners.
  diagnostics.subscribe('http.server.request.start', (message) => {
    if (typeof message !== 'object' || message === null || !('request' in message)) return;
    if (message.request instanceof IncomingMessage) settle(message.request, clientAddress);
  });
}

function settle(request: IncomingMessage, clientAddress: ClientAddress): void {
  const said = request.headers['x-forwarded-for'];
  const forwardedFor = typeof said === 'string' ? said : said?.join(',');
  request.headers['x-forwarded-for'] = clientAddress(request.socket.remoteAddress ?? '', forwardedFor);
  // `http://host?query` has no slash to begin with.
  request.url = request.url?.replace(/^[a-z][a-z\d+.-]*:\/\/[^/?#]*\/?/i, '/');
  if (/^(?:TRACE|TRACK|CONNECT)$/.test(request.method ?? '')) request.method = 'UNKNOWN';
}
