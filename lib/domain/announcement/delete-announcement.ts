import type { UnitOfWork } from '@/lib/infra/outbox/unit-of-work';
import type { SignedIn } from '../session/authenticate';
import { announcementPayload } from './announcement-payload';
import { takeAuthored } from './take-authored';

/**
 * Deletes an announcement for everybody; the row stays as the trail of what was sent.
 * @throws {DomainProblem} `precondition.failed`, `resource.not_found`, `auth.forbidden`
 */
export async function deleteAnnouncement(
  unitOfWork: UnitOfWork,
  request: {
    actor: SignedIn;
    correlationId: string;
    id: string;
    ifMatch?: number | undefined;
    reason: string;
  },
): Promise<void> {
  const { actor, reason } = request;
  await unitOfWork.run({ correlationId: request.correlationId }, async (tx) => {
    const { announcement } = await takeAuthored(tx, request);
    const deletedAt = new Date().toISOString();
    await tx.query('UPDATE announcement SET deleted_at = $2, version = version + 1 WHERE id = $1', [
      announcement.id,
      deletedAt,
    ]);
    const { announcement_id, title, announcement_type, target_audience, target_details } =
      announcementPayload(announcement);
    tx.publish('ANNOUNCEMENT_DELETED', {
      ...{ announcement_id, title, announcement_type, target_audience, target_details },
      was_published: announcement.published_at !== null,
      reason,
      deleted_by: actor.userId,
      deleted_at: deletedAt,
      created_by: announcement.created_by.id,
    });
  });
}
