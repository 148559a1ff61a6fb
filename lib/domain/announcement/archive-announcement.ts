import type { AnnouncementStatus, AnnouncementView } from '@/lib/contracts/http/announcement';
import type { UnitOfWork } from '@/lib/infra/outbox/unit-of-work';
import type { SignedIn } from '../session/authenticate';
import { publishChange } from './publish-change';
import { takeAuthored } from './take-authored';

/**
 * Puts an announcement away: its readers find it no more, its author in the archive. A schedule ends with it. Taken out of
 * the archive it is what it was: a draft if it never was public, published, or expired when its end has passed meanwhile.
 * A second time changes nothing.
 * @throws {DomainProblem} `resource.not_found`, `auth.forbidden`, `precondition.failed`
 */
export async function archiveAnnouncement(
  unitOfWork: UnitOfWork,
  request: {
    actor: SignedIn;
    correlationId: string;
    id: string;
    ifMatch?: number | undefined;
    archived: boolean;
  },
): Promise<AnnouncementView> {
  return unitOfWork.run({ correlationId: request.correlationId }, async (tx) => {
    const { announcement } = await takeAuthored(tx, request);
    const status = request.archived ? 'archived' : statusOutside(announcement);
    if (status === announcement.status) return announcement;
    await tx.query(
      `UPDATE announcement SET status = $2, scheduled_for = NULL, version = version + 1,
         changed_by = $3, changed_at = now()
       WHERE id = $1`,
      [announcement.id, status, request.actor.userId],
    );
    return publishChange(tx, request.actor, {
      before: announcement,
      after: { ...announcement, status, scheduled_for: null, version: announcement.version + 1 },
    });
  });
}

function statusOutside({ status, published_at, expires_at }: AnnouncementView): AnnouncementStatus {
  if (status !== 'archived') return status;
  if (published_at === null) return 'draft';
  return expires_at !== null && Date.parse(expires_at) <= Date.now() ? 'expired' : 'published';
}
