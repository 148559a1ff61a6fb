import * as z from 'zod';
import type { GatewayServer, GatewaySocket } from './gateway-socket';

export interface SlowLimits {
  readonly everyMs: number;
  /** What may wait to be written to one socket. */
  readonly packets: number;
  readonly bytes: number;
}

/** Whoever reads at all is far below this; a phone in a tunnel comes back and asks for what it missed. */
export const SLOW: SlowLimits = { everyMs: 1_000, packets: 2_000, bytes: 2 * 1024 * 1024 };

/** What of a WebSocket is needed here; Engine.IO does not tell its type. */
const RawSocket = z.object({
  bufferedAmount: z.number(),
  terminate: z.custom<() => void>((value) => typeof value === 'function'),
});

/**
 * Cuts sockets that have stopped reading: what waits for them would fill the memory of a process that serves thousands. They
 * come back by themselves and catch up by their cursor. One that is silent altogether is dropped by Socket.IO's own pings.
 */
export function dropSlowSockets(
  io: GatewayServer,
  limits: SlowLimits,
  onDrop: (socket: GatewaySocket) => void,
): () => void {
  const timer = setInterval(() => {
    for (const socket of io.sockets.sockets.values()) {
      const raw = rawSocketOf(socket);
      const waits = waitingPackets(socket);
      if (waits <= limits.packets && (raw?.bufferedAmount ?? 0) <= limits.bytes) continue;
      onDrop(socket);
      // A polite close would wait for what nobody reads.
      if (raw) raw.terminate();
      else socket.conn.close(true);
    }
  }, limits.everyMs).unref();
  return () => clearInterval(timer);
}

function waitingPackets(socket: GatewaySocket): number {
  const buffer: unknown = Reflect.get(socket.conn, 'writeBuffer');
  return Array.isArray(buffer) ? buffer.length : 0;
}

function rawSocketOf(socket: GatewaySocket) {
  const raw: unknown = Reflect.get(socket.conn.transport, 'socket');
  if (typeof raw !== 'object' || raw === null) return null;
  const found = RawSocket.safeParse({
    bufferedAmount: Reflect.get(raw, 'bufferedAmount'),
    terminate: Reflect.get(raw, 'terminate'),
  });
  return found.success ? { ...found.data, terminate: () => found.data.terminate.call(raw) } : null;
}
