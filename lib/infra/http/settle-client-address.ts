import diagnostics from 'node:diagnostics_channel';
import { IncomingMessage } from 'node:http';
import { type ClientAddress, createClientAddress } from './client-address';

/**
 * From now on every request that reaches an HTTP server of this process has one address in `X-Forwarded-For`: its
 * client's. Next.js hands route handlers no socket, and would believe what the client says there.
 */
export function settleClientAddresses(trusted: readonly string[]): void {
  const clientAddress = createClientAddress(trusted);
  // Node tells this channel of each request before the server's own listeners.
  diagnostics.subscribe('http.server.request.start', (message) => settle(message, clientAddress));
}

function settle(message: unknown, clientAddress: ClientAddress): void {
  if (typeof message !== 'object' || message === null || !('request' in message)) return;
  const { request } = message;
  if (!(request instanceof IncomingMessage)) return;
  const said = request.headers['x-forwarded-for'];
  request.headers['x-forwarded-for'] = clientAddress(
    request.socket.remoteAddress ?? '',
    typeof said === 'string' ? said : said?.join(','),
  );
}
