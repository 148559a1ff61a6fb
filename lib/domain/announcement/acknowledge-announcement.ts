import type { AnnouncementView } from '@/lib/contracts/http/announcement';
import type { UnitOfWork } from '@/lib/infra/outbox/unit-of-work';
import { DomainProblem, wrongField } from '../problem';
import type { SignedIn } from '../session/authenticate';
import { readAnnouncement } from './queries';

/**
 * Writes down that a reader has taken note of what was on the screen. An earlier revision than the one last announced does
 * not count, and the answer shows so. The notification service learns of it by an event and marks what tells of the
 * announcement as read. A second time changes and emits nothing.
 * @throws {DomainProblem} `resource.not_found`, `announcement.acknowledgement_not_asked`, `request.invalid`
 */
export async function acknowledgeAnnouncement(
  unitOfWork: UnitOfWork,
  request: { actor: SignedIn; correlationId: string; id: string; revision?: number | undefined },
): Promise<AnnouncementView> {
  const { actor, id } = request;
  return unitOfWork.run({ correlationId: request.correlationId }, async (tx) => {
    const announcement = await readAnnouncement(tx, actor, id);
    if (announcement.status !== 'published') throw new DomainProblem('announcement.not_published');
    if (!announcement.acknowledgement_required)
      throw new DomainProblem('announcement.acknowledgement_not_asked');
    const revision = request.revision ?? announcement.revision;
    if (revision > announcement.revision)
      throw wrongField('revision', 'unknown', 'There is no such revision yet');
    const { rows } = await tx.query<{ acknowledged_at: Date }>(ACKNOWLEDGE, [id, actor.userId, revision]);
    const acknowledgedAt = rows[0]?.acknowledged_at.toISOString();
    if (acknowledgedAt === undefined) return announcement;
    tx.publish('NOTIFICATION_READ', {
      notification_id: '',
      user_id: actor.userId,
      channel: 'in_app',
      status: 'read',
      read_at: acknowledgedAt,
      notification_ids: [],
      announcement_ids: [id],
      acknowledged_revision: revision,
    });
    const counts = revision >= announcement.announced_revision;
    return { ...announcement, acknowledged_at: counts ? acknowledgedAt : announcement.acknowledged_at };
  });
}

const ACKNOWLEDGE = `
  INSERT INTO announcement_acknowledgement (announcement_id, user_id, revision) VALUES ($1, $2, $3)
  ON CONFLICT (announcement_id, user_id) DO UPDATE SET revision = excluded.revision, created_at = now()
    WHERE announcement_acknowledgement.revision < excluded.revision
  RETURNING created_at AS acknowledged_at`;
