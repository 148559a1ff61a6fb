import type { AnnouncementView } from '@/lib/contracts/http/announcement';
import type { UnitOfWork } from '@/lib/infra/outbox/unit-of-work';
import { DomainProblem } from '../problem';
import type { SignedIn } from '../session/authenticate';
import { publishChange } from './publish-change';
import { takeAuthored } from './take-authored';

/**
 * Makes a scheduled announcement a draft again. In the second it is due, either this comes first and nothing is sent, or
 * the clock does and this is told so:
 * @throws {DomainProblem} `announcement.already_published`, `announcement.not_scheduled`, `resource.not_found`,
 * `auth.forbidden`
 */
export async function unscheduleAnnouncement(
  unitOfWork: UnitOfWork,
  request: { actor: SignedIn; correlationId: string; id: string },
): Promise<AnnouncementView> {
  return unitOfWork.run({ correlationId: request.correlationId }, async (tx) => {
    const { announcement } = await takeAuthored(tx, request);
    if (announcement.status === 'published') throw new DomainProblem('announcement.already_published');
    if (announcement.status !== 'scheduled') throw new DomainProblem('announcement.not_scheduled');
    await tx.query(
      `UPDATE announcement SET status = 'draft', scheduled_for = NULL, version = version + 1,
         changed_by = $2, changed_at = now()
       WHERE id = $1`,
      [announcement.id, request.actor.userId],
    );
    return publishChange(tx, request.actor, {
      before: announcement,
      after: { ...announcement, status: 'draft', scheduled_for: null, version: announcement.version + 1 },
    });
  });
}
