import { io, type Socket } from 'socket.io-client';
import type { ClientToServer, ServerToClient } from '@/lib/contracts/pushes/socket';

export type RealtimeSocket = Socket<ServerToClient, ClientToServer>;

/** A socket to this origin (or `origin`, outside a browser); it connects when told to. */
export function createSocket(origin = '', extraHeaders?: Record<string, string>): RealtimeSocket {
  return io(origin, {
    path: '/socket.io',
    addTrailingSlash: false,
    transports: ['websocket'],
    withCredentials: true,
    autoConnect: false,
    // Each tab and each sign-in gets a connection of its own, never one kept from before.
    forceNew: true,
    reconnectionDelay: 500,
    reconnectionDelayMax: 5_000,
    ...(extraHeaders ? { extraHeaders } : {}),
  });
}
