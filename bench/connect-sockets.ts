import { createSocket, type RealtimeSocket } from '@/lib/client/realtime/create-socket';
import type { World } from './world';

const AT_ONCE = 50;

/** A connected socket for each cookie, as a browser's; they are closed after the benchmark. */
export async function connectSockets(
  world: World,
  origin: string,
  cookies: readonly string[],
): Promise<RealtimeSocket[]> {
  const sockets = cookies.map((cookie) => createSocket(origin, { cookie }));
  world.after(() => sockets.forEach((socket) => void socket.disconnect()));
  for (let from = 0; from < sockets.length; from += AT_ONCE) {
    await Promise.all(sockets.slice(from, from + AT_ONCE).map(connected));
  }
  return sockets;
}

const connected = (socket: RealtimeSocket) =>
  new Promise<void>((resolve, reject) => {
    socket.once('connect', resolve);
    socket.once('connect_error', reject);
    socket.connect();
  });
