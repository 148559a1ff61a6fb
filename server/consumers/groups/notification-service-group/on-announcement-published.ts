import type { Envelope } from '@/lib/contracts/events/envelope';
import { announcementExists } from '@/lib/domain/announcement/queries';
import { fanOutNotification } from '@/lib/domain/notification/fan-out';
import { resolveAudience } from '@/lib/domain/notification/resolve-audience';
import { announcePublication } from '@/server/notifications/announce-publication';
import { type HandlerContext, type Outcome, outcome } from '../../outcome';

/** Everybody whom the announcement is for gets one notification of it. */
export async function onAnnouncementPublished(
  event: Envelope<'ANNOUNCEMENT_PUBLISHED'>,
  { tx }: HandlerContext,
): Promise<Outcome> {
  return announce(event, 'announcement', { tx });
}

/** One that is announced again reaches everybody again; of a minor edit nobody is told. */
export async function onAnnouncementUpdated(
  event: Envelope<'ANNOUNCEMENT_UPDATED'>,
  { tx }: HandlerContext,
): Promise<Outcome> {
  if (event.payload.edit_kind !== 'reannounced') return outcome.skip('not announced again');
  return announce(event, 'announcement_update', { tx });
}

async function announce(
  event: Envelope<'ANNOUNCEMENT_PUBLISHED' | 'ANNOUNCEMENT_UPDATED'>,
  kind: 'announcement' | 'announcement_update',
  { tx }: Pick<HandlerContext, 'tx'>,
): Promise<Outcome> {
  const notification = announcePublication(event, kind);
  if ('refused' in notification) return outcome.dead(notification.refused);
  const audience = await resolveAudience(tx, notification.audience);
  if (!audience) return outcome.dead('the target names nobody who is known here');
  // Another service may announce what has no page here: then the notification says it all, without a link.
  const { announcement_id: id, announced_revision: revision } = event.payload;
  const isOwn = await announcementExists(tx, id);
  const count = await fanOutNotification(tx, {
    ...notification,
    // Of a course that is not known here nothing can be muted.
    courseId: audience.course_ids.includes(notification.courseId ?? '') ? notification.courseId : null,
    audience,
    actionUrl: isOwn ? notification.actionUrl : '',
    announcement: isOwn ? { id, revision: revision || 1 } : undefined,
  });
  return count === null ? outcome.skip('sent before') : outcome.done();
}
