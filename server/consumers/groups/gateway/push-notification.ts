import type { Envelope } from '@/lib/contracts/events/envelope';
import { Priority, TargetAudience } from '@/lib/contracts/http/announcement';
import { Role } from '@/lib/contracts/http/me';
import { roomsOfAudience } from '@/lib/contracts/pushes/rooms';
import type { Pusher } from './pusher';

/** A notification has been written for an audience: show it to those who are here. The others find it in the database. */
export function pushNotificationCreated(event: Envelope<'NOTIFICATION_QUEUED'>, pusher: Pusher): void {
  const { notification_id, recipients, content } = event.payload;
  // Another service's status event carries neither: it tells of a channel that is not the browser.
  if (!recipients || !content) return;
  const audience = {
    target_audience: TargetAudience.parse(recipients.target_audience),
    role_names: Role.array().parse(recipients.role_names ?? []),
    department_ids: recipients.department_ids ?? [],
    user_ids: recipients.user_ids ?? [],
  };
  pusher.push(roomsOfAudience(audience), 'notification:created', {
    notification: {
      id: notification_id,
      kind: content.notification_type,
      title: content.title,
      message: content.message,
      priority: Priority.parse(content.priority),
      action_url: content.action_url,
      correlation_id: event.correlation_id,
      created_at: content.created_at ?? event.timestamp,
      read_at: null,
    },
  });
}

/** Read on one screen: the user's other screens follow. */
export function pushNotificationRead(event: Envelope<'NOTIFICATION_READ'>, pusher: Pusher): void {
  const { user_id, notification_id, notification_ids, read_at } = event.payload;
  if (user_id === '') return;
  const ids = notification_ids && notification_ids.length > 0 ? notification_ids : [notification_id];
  pusher.push([`user:${user_id}`], 'notification:read', { ids, read_at: read_at ?? event.timestamp });
}
