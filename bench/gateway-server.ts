/**
 * A process with one Socket.IO server, so that its CPU time is the server's alone: `ours`, the product's gateway with the
 * table that turns events into pushes, or `bare`, Socket.IO with nothing around it. It takes orders by IPC.
 */
import { createServer } from 'node:http';
import { Server } from 'socket.io';
import { exampleEnvelope } from '@/lib/contracts/events/example-envelope';
import { decodeEvent, encodeEvent } from '@/lib/contracts/events/wire';
import { createLogger } from '@/lib/infra/logger/logger';
import { gatewayTable } from '@/server/consumers/groups/gateway/gateway-table';
import { createGateway } from '@/server/gateway/create-gateway';

export type Order = { readonly push: number } | 'measure';
/** CPU seconds of the process (user and system) since the last `measure`, and what it holds. */
export interface Measured {
  readonly cpuSeconds: number;
  readonly acknowledged: number;
}

const DEPARTMENT = '0197b8a2-0000-7000-8000-000000000001';
const http = createServer();
let acknowledged = 0;
const push = process.argv[2] === 'bare' ? startBare() : startOurs();

let before = process.cpuUsage();
process.on('message', (order: Order) => {
  if (order !== 'measure') {
    for (let i = 0; i < order.push; i += 1) push();
    return;
  }
  const { user, system } = process.cpuUsage(before);
  before = process.cpuUsage();
  const measured: Measured = { cpuSeconds: (user + system) / 1e6, acknowledged };
  process.send?.(measured);
});
process.on('disconnect', () => process.exit(0));
http.listen(0, '127.0.0.1', () => process.send?.(http.address()));

function startOurs(): () => void {
  let users = 0;
  const gateway = createGateway({
    http,
    allowedOrigins: [],
    authenticate: async () => {
      users += 1;
      return {
        userId: `user-${users}`,
        name: 'Student',
        email: `user-${users}@bench.example`,
        role: 'student',
        department: { id: DEPARTMENT, code: 'CS', name: 'Computer Science' },
        sessionId: `session-${users}`,
        locale: null,
        timeZone: null,
        expiresAt: new Date(Date.now() + 3_600_000),
      };
    },
    services: {
      sync: () => Promise.reject(new Error('nobody asks')),
      acknowledge: async (_userId, ids) => {
        acknowledged += ids.length;
      },
    },
    logger: createLogger({ level: 'silent', service: 'bench' }),
  });
  const record = Buffer.from(queuedEvent());
  // What the group's loop does with a record: decode, check, look up, push.
  return () => {
    const decoded = decodeEvent(record);
    if (decoded.kind !== 'event' || decoded.envelope.event_type !== 'NOTIFICATION_QUEUED')
      throw new Error('the event cannot be read');
    const handle = gatewayTable.NOTIFICATION_QUEUED;
    if (handle !== 'ignore')
      void handle(decoded.envelope, {
        ...gateway,
        reachChanged: () => undefined,
        seatsChanged: () => undefined,
      });
  };
}

function startBare(): () => void {
  const io = new Server(http, { addTrailingSlash: false, transports: ['websocket'], serveClient: false });
  io.on('connection', (socket) => {
    void socket.join('department');
    socket.on('notification:ack', (request: { ids: string[] }, answer: (value: unknown) => void) => {
      acknowledged += request.ids.length;
      answer({ ok: true, data: null });
    });
  });
  const content = exampleEnvelope('NOTIFICATION_QUEUED').payload.content;
  const notification = { ...content, id: 'notification-1', correlation_id: 'bench', read_at: null };
  return () => void io.to('department').emit('notification:created', { notification });
}

function queuedEvent(): string {
  const example = exampleEnvelope('NOTIFICATION_QUEUED');
  const recipients = {
    ...{ target_audience: 'department', role_names: [], course_ids: [], user_ids: [], count: 1_000 },
    department_ids: [DEPARTMENT],
  };
  return encodeEvent({ ...example, payload: { ...example.payload, recipients } });
}
