import * as z from 'zod';
import type { Envelope } from '@/lib/contracts/events/envelope';
import { Priority, TargetAudience } from '@/lib/contracts/http/announcement';
import { Role } from '@/lib/contracts/http/me';
import { NotificationChange } from '@/lib/contracts/http/notification';
import { categoryOf } from '@/lib/contracts/http/notification-category';
import { type Room, roomsOfAudience } from '@/lib/contracts/pushes/rooms';
import type { PushPayload } from '@/lib/contracts/pushes/socket';
import type { Pusher } from './pusher';

/** A notification has been written for an audience: show it to those who are here. The others find it in the database. */
export function pushNotificationCreated(event: Envelope<'NOTIFICATION_QUEUED'>, pusher: Pusher): void {
  const { notification_id, recipients, content } = event.payload;
  // Another service's status event carries neither: it tells of a channel that is not the browser.
  if (!recipients || !content) return;
  const audience = {
    target_audience: TargetAudience.parse(recipients.target_audience),
    role_names: z.parse(z.array(Role), recipients.role_names ?? []),
    department_ids: recipients.department_ids ?? [],
    course_ids: recipients.course_ids ?? [],
    user_ids: recipients.user_ids ?? [],
  };
  const heldBack = (recipients.except_user_ids ?? []).map((id): Room => `user:${id}`);
  const push: PushPayload<'notification:created'> = {
    notification: {
      id: notification_id,
      kind: content.notification_type,
      title: content.title,
      message: content.message,
      priority: Priority.parse(content.priority),
      action_url: content.action_url,
      correlation_id: event.correlation_id,
      created_at: content.created_at ?? event.timestamp,
      seen_at: null,
      read_at: null,
      archived_at: null,
      withdrawn_at: null,
      category: categoryOf(content.notification_type),
      group_key: content.group_key,
      snoozed_until: null,
    },
    ...(content.withdrawn_ids && { withdraws: content.withdrawn_ids }),
  };
  pusher.push(roomsOfAudience(audience), 'notification:created', push, heldBack);
  if (content.announcement_id) pusher.reachChanged([content.announcement_id]);
}

/** It has arrived on a first screen, or was seen on one: the user's other screens and the reach follow. */
export function pushNotificationDelivered(event: Envelope<'NOTIFICATION_DELIVERED'>, pusher: Pusher): void {
  const { user_id, status, seen_at, announcement_ids, notification_ids, channel } = event.payload;
  // Another channel's arrival is no screen's.
  if (channel !== 'in_app') {
    pushNotificationTrail(event, pusher);
    return;
  }
  if (status === 'seen' && user_id !== '' && notification_ids && notification_ids.length > 0) {
    const at = seen_at ?? event.timestamp;
    pusher.push([`user:${user_id}`], 'notification:changed', { ids: notification_ids, change: 'seen', at });
  }
  pusher.reachChanged(announcement_ids);
}

/** Another channel has sent it, given it up, or says that it has arrived: who looks at its trail sees so. */
export function pushNotificationTrail(
  event: Envelope<'NOTIFICATION_SENT' | 'NOTIFICATION_FAILED' | 'NOTIFICATION_DELIVERED'>,
  pusher: Pusher,
): void {
  const { user_id, notification_id, channel } = event.payload;
  if (user_id === '' || notification_id === '' || channel === 'in_app') return;
  pusher.push([`user:${user_id}`], 'notification:trail', { ids: [notification_id] });
}

/** Read (or unread, archived, restored) on one screen: the user's other screens follow. */
export function pushNotificationRead(event: Envelope<'NOTIFICATION_READ'>, pusher: Pusher): void {
  const { user_id, notification_id, notification_ids, status, acknowledged_revision } = event.payload;
  if (user_id === '') return;
  pusher.reachChanged(event.payload.announcement_ids);
  const rooms = [`user:${user_id}` as const];
  const at = event.payload.read_at ?? event.timestamp;
  if (acknowledged_revision > 0) {
    for (const announcement_id of event.payload.announcement_ids)
      pusher.push(rooms, 'announcement:acknowledged', {
        announcement_id,
        revision: acknowledged_revision,
        acknowledged_at: at,
      });
    return;
  }
  const named = notification_ids && notification_ids.length > 0 ? notification_ids : [];
  const ids = named.length === 0 && notification_id !== '' ? [notification_id] : named;
  const change = NotificationChange.safeParse(status);
  const until = change.data === 'snoozed' ? (event.payload.snoozed_until ?? at) : at;
  if (change.success) pusher.push(rooms, 'notification:changed', { ids, change: change.data, at: until });
  else pusher.push(rooms, 'notification:read', { ids: ids.length > 0 ? ids : null, read_at: at });
}
