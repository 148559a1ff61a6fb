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

/** Its time is over: its tabs close, and the list of sessions is shorter on the user's others. */
export function endExpiredSession(event: Envelope<'SESSION_EXPIRED'>, pusher: Pusher): void {
  const { session_id, user_id } = event.payload;
  if (session_id) pusher.endSessions([`sid:${session_id}`], 'expired');
  if (user_id) pusher.push([`user:${user_id}`], 'sessions:changed', {});
}

/** Stayed signed in by one tab: the others of the session need not warn. */
export function pushSessionExtended(event: Envelope<'TOKEN_REFRESHED'>, pusher: Pusher): void {
  const { session_id, expires_at } = event.payload;
  if (session_id && expires_at)
    pusher.push([`sid:${session_id}`], 'session:extended', { session_id, expires_at });
}
