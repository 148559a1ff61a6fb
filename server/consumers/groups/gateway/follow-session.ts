import type { Envelope } from '@/lib/contracts/events/envelope';
import type { Pusher } from './pusher';

/** Signed out on one screen: the others of the same session close too, at once. */
export function endSessionOnLogout(event: Envelope<'LOGOUT'>, pusher: Pusher): void {
  if (event.payload.session_id) pusher.endSessions([`sid:${event.payload.session_id}`], 'signed_out');
}

/** Role, department or standing may have changed: the sockets come back and are judged by what is true now. */
export function reconnectUser(event: { payload: { user_id: string } }, pusher: Pusher): void {
  if (event.payload.user_id) pusher.reconnect([`user:${event.payload.user_id}`]);
}
