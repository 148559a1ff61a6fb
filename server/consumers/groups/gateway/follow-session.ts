import type { Envelope } from '@/lib/contracts/events/envelope';
import type { Pusher } from './pusher';

/** Signed out on one screen: the others of the same session close too, at once. */
export function endSessionOnLogout(event: Envelope<'LOGOUT'>, pusher: Pusher): void {
  const { session_id, user_id, reason } = event.payload;
  if (session_id) pusher.endSessions([`sid:${session_id}`], reason || 'signed_out');
  if (user_id) pusher.push([`user:${user_id}`], 'sessions:changed', {});
}

/** Signed in on another device: the list of sessions on the others is longer now. */
export function pushSessionCreated(event: Envelope<'SESSION_CREATED'>, pusher: Pusher): void {
  if (event.payload.user_id) pusher.push([`user:${event.payload.user_id}`], 'sessions:changed', {});
}

/** Role, department or standing may have changed: the sockets come back and are judged by what is true now. */
export function reconnectUser(event: { payload: { user_id: string } }, pusher: Pusher): void {
  if (event.payload.user_id) pusher.reconnect([`user:${event.payload.user_id}`]);
}
