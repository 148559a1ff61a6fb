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
  const notification = announcePublication(event);
  if ('refused' in notification) return outcome.dead(notification.refused);
  const audience = await resolveAudience(tx, notification.audience);
  if (!audience) return outcome.dead('the target names nobody who is known here');
  // Another service may announce what has no page here: then the notification says it all, without a link.
  const linked = await announcementExists(tx, event.payload.announcement_id);
  const count = await fanOutNotification(tx, {
    ...notification,
    audience,
    actionUrl: linked ? notification.actionUrl : '',
  });
  return count === null ? outcome.skip('sent before') : outcome.done();
}
