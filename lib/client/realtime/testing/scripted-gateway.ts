import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Server } from 'socket.io';
import type {
  Answer,
  ClientToServer,
  PushName,
  PushPayload,
  ServerToClient,
  Synced,
} from '@/lib/contracts/pushes/socket';

export interface ScriptedGateway {
  origin: string;
  /** What each `sync` is answered; `null` leaves it without an answer. */
  answerSync: (after: string | null) => Answer<Synced> | null;
  answerAck: () => 'ok' | 'unavailable';
  /** An error message to refuse connections with. */
  refuse: string | null;
  syncs: Array<string | null>;
  acked: string[];
  connections: () => number;
  push: <N extends PushName>(name: N, payload: PushPayload<N>) => void;
  pushRaw: (name: string, payload: unknown) => void;
  /** Cuts the wires, as a killed server would. */
  cut: () => void;
  /** Closes the sockets politely, after which Socket.IO does not come back by itself. */
  closePolitely: () => void;
  stop: () => Promise<void>;
}

/** A real Socket.IO server on a free port that answers what the test says. */
export async function startScriptedGateway(): Promise<ScriptedGateway> {
  const http = createServer();
  const io = new Server<ClientToServer, ServerToClient>(http, {
    addTrailingSlash: false,
    transports: ['websocket'],
    serveClient: false,
  });
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  const { port } = portOf(http.address());
  const gateway: ScriptedGateway = {
    origin: `http://127.0.0.1:${port}`,
    answerSync: () => ({ ok: true, data: { cursor: '1', missed: [], complete: true, unread_count: 0 } }),
    answerAck: () => 'ok',
    refuse: null,
    syncs: [],
    acked: [],
    connections: () => io.sockets.sockets.size,
    push: (name, payload) => gateway.pushRaw(name, payload),
    pushRaw: (name, payload) => {
      // The payload is the test's business, also a wrong one.
      const anything: { emit(name: string, payload: unknown): void } = io;
      anything.emit(name, payload);
    },
    cut: () => {
      for (const socket of io.sockets.sockets.values()) socket.conn.close();
    },
    closePolitely: () => io.disconnectSockets(),
    stop: async () => {
      await io.close();
    },
  };
  io.use((_socket, next) => (gateway.refuse === null ? next() : next(new Error(gateway.refuse))));
  io.on('connection', (socket) => {
    socket.on('sync', ({ after }, answer) => {
      gateway.syncs.push(after ?? null);
      const reply = gateway.answerSync(after ?? null);
      if (reply) answer(reply);
    });
    socket.on('notification:ack', ({ ids }, answer) => {
      if (gateway.answerAck() === 'unavailable') return answer({ ok: false, code: 'unavailable' });
      gateway.acked.push(...ids);
      answer({ ok: true, data: null });
    });
  });
  return gateway;
}

function portOf(address: AddressInfo | string | null): AddressInfo {
  if (address === null || typeof address === 'string') throw new Error('the gateway listens on no port');
  return address;
}
