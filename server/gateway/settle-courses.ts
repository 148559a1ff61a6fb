import type { Room } from '@/lib/contracts/pushes/rooms';
import type { SignedIn } from '@/lib/domain/session/authenticate';
import type { GatewaySocket } from './gateway-socket';

/**
 * Brings a socket into the rooms of its user's courses and out of those of others, as the database has them now. Looks of
 * one socket follow each other, so that an older answer never undoes a newer one.
 */
export function settleCourses(
  socket: GatewaySocket,
  courseRooms: (session: SignedIn) => Promise<Room[]>,
  onError: (error: unknown) => void,
): void {
  const look = async () => {
    const rooms: ReadonlySet<string> = new Set(await courseRooms(socket.data.session));
    for (const room of socket.rooms)
      if (room.startsWith('course:') && !rooms.has(room)) void socket.leave(room);
    if (socket.connected) void socket.join([...rooms]);
  };
  socket.data.settled = (socket.data.settled ?? Promise.resolve()).then(look).catch(onError);
}
