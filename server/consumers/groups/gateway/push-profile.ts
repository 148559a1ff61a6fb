import type { Envelope } from '@/lib/contracts/events/envelope';
import { pushes } from '@/lib/contracts/pushes/socket';
import type { Pusher } from './pusher';

/** The person's own screens follow what they chose. Administrators see everybody's number. */
export function pushProfileUpdated(event: Envelope<'PROFILE_UPDATED'>, pusher: Pusher): void {
  const { user_id, changes } = event.payload;
  if (user_id && changes?.notification_settings)
    pusher.push([`user:${user_id}`], 'notification-settings:changed', {});
  if (user_id && changes?.phone) pusher.push(['role:admin'], 'person:changed', { user_id });
  if (user_id && changes?.messaging_settings)
    pusher.push([`user:${user_id}`], 'messaging-settings:changed', {});
  const forum = pushes['forum:kept'].safeParse(changes?.forum?.new_value);
  if (user_id && forum.success) pusher.push([`user:${user_id}`], 'forum:kept', forum.data);
  const shown = pushes['me:changed'].safeParse({
    locale: changes?.locale?.new_value,
    time_zone: changes?.time_zone?.new_value,
  });
  if (!user_id || !shown.success || Object.values(shown.data).every((value) => value === undefined)) return;
  pusher.push([`user:${user_id}`], 'me:changed', shown.data);
}
