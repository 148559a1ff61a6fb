import * as z from 'zod';
import type { Envelope } from '@/lib/contracts/events/envelope';
import { Priority } from '@/lib/contracts/http/announcement';
import { Role } from '@/lib/contracts/http/me';
import { NotificationChannel } from '@/lib/contracts/http/notification-category';
import { announcementExists } from '@/lib/domain/announcement/queries';
import type { Audience } from '@/lib/domain/notification/audience';
import { fanOutNotification } from '@/lib/domain/notification/fan-out';
import { resolveAudience } from '@/lib/domain/notification/resolve-audience';
import { quoteText } from '@/server/notifications/quote-text';
import { type HandlerContext, type Outcome, outcome } from '../../outcome';

/** Sends one text to many, by the channels that the command names as far as each reader wants them. */
export async function onSendBulk(event: Envelope<'SEND_BULK'>, { tx }: HandlerContext): Promise<Outcome> {
  const { payload } = event;
  const channels = z.safeParse(z.array(NotificationChannel), payload.channels);
  if (!channels.success) return outcome.dead('unknown channel in channels');
  const audience = audienceOf(payload);
  if ('refused' in audience) return outcome.dead(audience.refused);
  const known = await resolveAudience(tx, audience);
  if (!known) return outcome.dead('the command names nobody who is known here');
  const priority = Priority.safeParse(payload.priority);
  const isOwn = await announcementExists(tx, payload.announcement_id);
  const count = await fanOutNotification(tx, {
    sourceEventId: event.event_id,
    kind: payload.notification_type || 'message',
    title: payload.title,
    message: quoteText(payload.message),
    priority: priority.success ? priority.data : 'normal',
    actionUrl: payload.action_url,
    correlationId: event.correlation_id,
    audience: known,
    ...(channels.data.length > 0 && { channels: channels.data }),
    announcement: isOwn
      ? { id: payload.announcement_id, revision: payload.announced_revision || 1 }
      : undefined,
  });
  return count === null ? outcome.skip('sent before') : outcome.done();
}

/** Whom the command means: its filter's lists narrow each other, as an announcement's combined target does. */
function audienceOf({
  recipient_type,
  recipient_filter,
}: Envelope<'SEND_BULK'>['payload']): Audience | { refused: string } {
  const roles = z.safeParse(z.array(Role), recipient_filter.role_names);
  if (!roles.success) return { refused: 'unknown role in recipient_filter.role_names' };
  const lists = {
    role_names: roles.data,
    department_ids: recipient_filter.department_ids,
    course_ids: recipient_filter.course_ids,
    user_ids: recipient_filter.user_ids,
  };
  const known = {
    all: 'all',
    role: 'role',
    users: 'users',
    course: 'course',
    department: 'combined',
  } as const;
  const target = Object.entries(known).find(([type]) => type === recipient_type)?.[1];
  if (target === undefined) return { refused: `recipient_type "${recipient_type}" is not known here` };
  if (target === 'combined') return { target_audience: target, ...lists, user_ids: [] };
  return { target_audience: target, ...lists };
}
