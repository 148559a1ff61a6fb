import * as z from 'zod';
import type { Envelope } from '@/lib/contracts/events/envelope';
import { Priority, TargetAudience } from '@/lib/contracts/http/announcement';
import { Role } from '@/lib/contracts/http/me';
import { type NotificationToSend, sourceOf } from '@/lib/domain/notification/notification-to-send';
import { ofCourse } from '@/lib/domain/notification/tell-people';
import { quoteText } from './quote-text';

/**
 * The notification that an announcement's publication causes, or why there can be none: the event may come from another
 * service, whose words for audience and priority are checked here.
 */
export function announcePublication(
  event: Envelope<'ANNOUNCEMENT_PUBLISHED' | 'ANNOUNCEMENT_UPDATED'>,
  kind: string,
): NotificationToSend | { refused: string } {
  const { payload } = event;
  const audience = TargetAudience.safeParse(payload.target_audience);
  if (!audience.success) return { refused: `unknown target_audience "${payload.target_audience}"` };
  const roles = z.safeParse(z.array(Role), payload.target_details.role_names ?? []);
  if (!roles.success) return { refused: `unknown role in target_details.role_names` };
  const priority = Priority.safeParse(payload.priority);
  const [courseId, ...moreCourses] = payload.target_details.course_ids ?? [];
  return {
    sourceEventId: event.event_id,
    kind,
    title: payload.title,
    message: quoteText(payload.content),
    priority: priority.success ? priority.data : 'normal',
    actionUrl: `/announcements/${encodeURIComponent(payload.announcement_id)}`,
    correlationId: event.correlation_id,
    audience: {
      target_audience: audience.data,
      role_names: roles.data,
      department_ids: payload.target_details.department_ids ?? [],
      course_ids: payload.target_details.course_ids ?? [],
      user_ids: payload.target_details.user_ids ?? [],
    },
    source: sourceOf(event),
    ...(audience.data === 'course' && courseId && moreCourses.length === 0 && ofCourse(courseId, kind)),
  };
}
