import type { AnnouncementView } from '@/lib/contracts/http/announcement';
import type { PublishAnnouncement } from '@/lib/contracts/http/announcement-requests';
import type { EventfulTx, UnitOfWork } from '@/lib/infra/outbox/unit-of-work';
import { countRecipients } from '../notification/queries';
import { DomainProblem } from '../problem';
import type { SignedIn } from '../session/authenticate';
import { announcementPayload } from './announcement-payload';
import { requireTarget } from './policy';
import { requireEndAfter, requireFuture } from './require-future';
import { takeAuthored } from './take-authored';

/**
 * Makes a draft (or a scheduled one) public, now or at a time to come. The row is locked, so of two who publish at once
 * one does and the other is told:
 * @throws {DomainProblem} `announcement.already_published`, `announcement.archived`, `announcement.nobody_targeted`,
 * `resource.not_found`, `auth.forbidden`, `request.invalid` for a time that has passed
 */
export async function publishAnnouncement(
  unitOfWork: UnitOfWork,
  request: { actor: SignedIn; correlationId: string; id: string; when?: PublishAnnouncement },
): Promise<AnnouncementView> {
  const scheduledFor = request.when?.scheduled_for
    ? new Date(request.when.scheduled_for).toISOString()
    : null;
  return unitOfWork.run({ correlationId: request.correlationId }, async (tx) => {
    const { announcement, rights } = await takeAuthored(tx, request);
    requirePublishable(announcement);
    requireTarget(rights, announcement);
    if (scheduledFor !== null) return schedule(tx, announcement, scheduledFor, request.actor);
    const { target_audience, target_details, expires_at } = announcement;
    requireFuture('expires_at', expires_at);
    const recipients = await countRecipients(tx, { target_audience, ...target_details });
    if (recipients === 0) throw new DomainProblem('announcement.nobody_targeted');
    return makePublic(tx, announcement, request.actor.userId);
  });
}

/** Publishes a locked announcement, whoever decided it: its author now, or (`null`) the clock. */
export async function makePublic(
  tx: EventfulTx,
  announcement: AnnouncementView,
  decidedBy: string | null,
): Promise<AnnouncementView> {
  const publishedAt = new Date().toISOString();
  await tx.query(
    `UPDATE announcement SET status = 'published', published_at = $2, scheduled_for = NULL, version = version + 1,
       changed_by = $3, changed_at = $2
     WHERE id = $1`,
    [announcement.id, publishedAt, decidedBy],
  );
  const view: AnnouncementView = {
    ...announcement,
    status: 'published',
    published_at: publishedAt,
    scheduled_for: null,
    version: announcement.version + 1,
  };
  tx.publish('ANNOUNCEMENT_PUBLISHED', { ...announcementPayload(view), published_at: publishedAt });
  return view;
}

async function schedule(
  tx: EventfulTx,
  announcement: AnnouncementView,
  scheduledFor: string,
  actor: SignedIn,
): Promise<AnnouncementView> {
  requireFuture('scheduled_for', scheduledFor);
  requireEndAfter(scheduledFor, announcement.expires_at);
  await tx.query(
    `UPDATE announcement SET status = 'scheduled', scheduled_for = $2, version = version + 1,
       changed_by = $3, changed_at = now()
     WHERE id = $1`,
    [announcement.id, scheduledFor, actor.userId],
  );
  const view: AnnouncementView = {
    ...announcement,
    status: 'scheduled',
    scheduled_for: scheduledFor,
    version: announcement.version + 1,
  };
  tx.publish('ANNOUNCEMENT_SCHEDULED', {
    ...announcementPayload(view),
    scheduled_for: scheduledFor,
    scheduled_by: actor.userId,
  });
  return view;
}

function requirePublishable({ status }: AnnouncementView): void {
  if (status === 'archived') throw new DomainProblem('announcement.archived');
  if (status !== 'draft' && status !== 'scheduled') throw new DomainProblem('announcement.already_published');
}
