import { reconnectUser } from './follow-session';
import type { Pusher } from './pusher';

/** Administrators' lists, and the person's page when one is open, are loaded anew. */
export function pushPersonChanged(event: { payload: { user_id: string } }, pusher: Pusher): void {
  const { user_id } = event.payload;
  if (user_id) pusher.push(['role:admin'], 'person:changed', { user_id });
}

/** The person's own screens ask who they are now, and their sockets come back and are judged anew. */
export function followPerson(event: { payload: { user_id: string } }, pusher: Pusher): void {
  pushPersonChanged(event, pusher);
  const { user_id } = event.payload;
  if (user_id) pusher.push([`user:${user_id}`], 'access:changed', {});
  reconnectUser(event, pusher);
}

/** The sessions end by events of their own; a socket that is left is judged anew, and asks for nothing before. */
export function shutPersonOut(event: { payload: { user_id: string } }, pusher: Pusher): void {
  pushPersonChanged(event, pusher);
  reconnectUser(event, pusher);
}
