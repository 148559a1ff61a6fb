import type { AnnouncementView } from '@/lib/contracts/http/announcement';
import type { UnitOfWork } from '@/lib/infra/outbox/unit-of-work';
import { DomainProblem } from '../problem';
import type { SignedIn } from '../session/authenticate';
import { announcementPayload } from './create-announcement';
import { mayPublish } from './policy';
import { findAnnouncement } from './queries';

/**
 * Makes a draft public. The change itself asks for a draft, so of two who publish at once one does and the other is told:
 * @throws {DomainProblem} `announcement.already_published`, `resource.not_found`, `auth.forbidden`
 */
export async function publishAnnouncement(
  unitOfWork: UnitOfWork,
  request: { actor: SignedIn; correlationId: string; id: string },
): Promise<AnnouncementView> {
  const { actor, id } = request;
  if (!mayPublish(actor)) throw new DomainProblem('auth.forbidden');
  return unitOfWork.run({ correlationId: request.correlationId }, async (tx) => {
    const draft = await findAnnouncement(tx, actor, id);
    if (!draft) throw new DomainProblem('resource.not_found');
    const publishedAt = new Date().toISOString();
    const { rowCount } = await tx.query(
      `UPDATE announcement SET status = 'published', published_at = $2 WHERE id = $1 AND status = 'draft'`,
      [id, publishedAt],
    );
    if (rowCount === 0) throw new DomainProblem('announcement.already_published');
    const view: AnnouncementView = { ...draft, status: 'published', published_at: publishedAt };
    tx.publish('ANNOUNCEMENT_PUBLISHED', { ...announcementPayload(view), published_at: publishedAt });
    return view;
  });
}
