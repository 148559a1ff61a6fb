import { v7 as uuidv7 } from 'uuid';
import type { AnnouncementView } from '@/lib/contracts/http/announcement';
import type { CreateAnnouncement } from '@/lib/contracts/http/announcement-requests';
import type { UnitOfWork } from '@/lib/infra/outbox/unit-of-work';
import type { SignedIn } from '../session/authenticate';
import { announcementPayload } from './announcement-payload';
import { requireAuthor, requireTarget } from './policy';
import { requireFuture } from './require-future';
import { resolveTargets } from './resolve-targets';

/**
 * Writes a draft. Nobody but its author and administrators sees it.
 * @throws {DomainProblem} `auth.forbidden`, `announcement.unknown_target`, `request.invalid` for an end that has passed
 */
export async function createAnnouncement(
  unitOfWork: UnitOfWork,
  request: { actor: SignedIn; correlationId: string; draft: CreateAnnouncement },
): Promise<AnnouncementView> {
  const { actor, draft } = request;
  return unitOfWork.run({ correlationId: request.correlationId }, async (tx) => {
    const rights = await requireAuthor(tx, actor);
    const target = await resolveTargets(tx, draft.target_details);
    requireTarget(rights, { target_audience: draft.target_audience, target_details: target });
    requireFuture('expires_at', draft.expires_at ?? null);
    const createdAt = new Date().toISOString();
    const view: AnnouncementView = {
      id: uuidv7(),
      title: draft.title,
      content: draft.content,
      priority: draft.priority,
      status: 'draft',
      target_audience: draft.target_audience,
      target_details: target,
      acknowledgement_required: draft.acknowledgement_required || draft.priority === 'urgent',
      acknowledged_at: null,
      created_by: { id: actor.userId, name: actor.name },
      created_at: createdAt,
      scheduled_for: null,
      published_at: null,
      expires_at: draft.expires_at ? new Date(draft.expires_at).toISOString() : null,
      pinned_at: draft.pinned ? createdAt : null,
      revision: 1,
      announced_revision: 1,
      revised_at: null,
      version: 1,
    };
    await tx.query(INSERT, [
      view.id,
      view.title,
      view.content,
      view.priority,
      view.target_audience,
      target.role_names,
      target.department_ids,
      target.course_ids,
      target.user_ids,
      actor.userId,
      view.created_at,
      view.expires_at,
      view.acknowledgement_required,
      view.pinned_at,
    ]);
    tx.publish('ANNOUNCEMENT_CREATED', announcementPayload(view));
    return view;
  });
}

const INSERT = `
  INSERT INTO announcement (id, title, content, priority, target_audience, role_names, department_ids, course_ids,
    user_ids, created_by, created_at, expires_at, acknowledgement_required, pinned_at)
  VALUES ($1, $2, $3, $4, $5, $6::role[], $7::uuid[], $8::uuid[], $9::uuid[], $10, $11, $12, $13, $14)`;
