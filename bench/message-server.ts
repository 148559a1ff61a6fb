/**
 * A process with one Socket.IO server: `ours`, the gateway with the table that turns events into pushes, or `bare`. Each
 * order sends one message of a conversation to everybody in it.
 */
import { createServer } from 'node:http';
import { Server } from 'socket.io';
import { exampleEnvelope } from '@/lib/contracts/events/example-envelope';
import { decodeEvent, encodeEvent } from '@/lib/contracts/events/wire';
import { createLogger } from '@/lib/infra/logger/logger';
import { gatewayTable } from '@/server/consumers/groups/gateway/gateway-table';
import { createGateway } from '@/server/gateway/create-gateway';

const MEMBERS = Number(process.argv[3]);
const http = createServer();
const send = process.argv[2] === 'bare' ? startBare() : startOurs();
process.on('message', () => send());
process.on('disconnect', () => process.exit(0));
http.listen(0, '127.0.0.1', () => process.send?.(http.address()));

function startOurs(): () => void {
  let sockets = 0;
  const gateway = createGateway({
    http,
    allowedOrigins: [],
    authenticate: async () => {
      sockets += 1;
      const userId = `user-${sockets % MEMBERS}`;
      return {
        ...{ userId, name: 'Student', email: `${userId}@bench.example`, role: 'student', department: null },
        ...{ sessionId: `session-${sockets}`, locale: null, timeZone: null },
        expiresAt: new Date(Date.now() + 3_600_000),
      };
    },
    services: {
      sync: () => Promise.reject(new Error('nobody asks')),
      acknowledge: async () => undefined,
    },
    logger: createLogger({ level: 'silent', service: 'bench' }),
  });
  const example = exampleEnvelope('MESSAGE_SENT');
  const recipient_ids = Array.from({ length: MEMBERS }, (_, index) => `user-${index}`);
  const record = Buffer.from(encodeEvent({ ...example, payload: { ...example.payload, recipient_ids } }));
  return () => {
    const decoded = decodeEvent(record);
    if (decoded.kind !== 'event' || decoded.envelope.event_type !== 'MESSAGE_SENT')
      throw new Error('the event cannot be read');
    const handle = gatewayTable.MESSAGE_SENT;
    const pusher = { ...gateway, reachChanged: () => undefined, seatsChanged: () => undefined };
    if (handle !== 'ignore') void handle(decoded.envelope, pusher);
  };
}

function startBare(): () => void {
  const io = new Server(http, { addTrailingSlash: false, transports: ['websocket'], serveClient: false });
  io.on('connection', (socket) => void socket.join('conversation'));
  const { payload } = exampleEnvelope('MESSAGE_SENT');
  const { recipient_ids: _recipients, ...message } = payload;
  return () => void io.to('conversation').emit('message:sent', { message });
}
