import { v7 as uuidv7 } from 'uuid';
import type { AnnouncementView, CreateAnnouncement } from '@/lib/contracts/http/announcement';
import type { UnitOfWork } from '@/lib/infra/outbox/unit-of-work';
import { DomainProblem } from '../problem';
import type { SignedIn } from '../session/authenticate';
import { mayPublish } from './policy';
import { resolveTargets } from './resolve-targets';

/** Writes a draft. Nobody but those who may publish sees it. */
export async function createAnnouncement(
  unitOfWork: UnitOfWork,
  request: { actor: SignedIn; correlationId: string; draft: CreateAnnouncement },
): Promise<AnnouncementView> {
  const { actor, draft } = request;
  if (!mayPublish(actor)) throw new DomainProblem('auth.forbidden');
  return unitOfWork.run({ correlationId: request.correlationId }, async (tx) => {
    const target = await resolveTargets(tx, draft.target_details);
    const view: AnnouncementView = {
      id: uuidv7(),
      title: draft.title,
      content: draft.content,
      priority: draft.priority,
      status: 'draft',
      target_audience: draft.target_audience,
      target_details: target,
      created_by: { id: actor.userId, name: actor.name },
      created_at: new Date().toISOString(),
      published_at: null,
      expires_at: draft.expires_at ? new Date(draft.expires_at).toISOString() : null,
    };
    await tx.query(INSERT, [
      view.id,
      view.title,
      view.content,
      view.priority,
      view.target_audience,
      target.role_names,
      target.department_ids,
      target.user_ids,
      actor.userId,
      view.created_at,
      view.expires_at,
    ]);
    tx.publish('ANNOUNCEMENT_CREATED', announcementPayload(view));
    return view;
  });
}

/** The announcement as its events carry it: whole, so that no reader has to ask for more. */
export function announcementPayload(view: AnnouncementView) {
  return {
    announcement_id: view.id,
    title: view.title,
    content: view.content,
    announcement_type: 'general',
    priority: view.priority,
    target_audience: view.target_audience,
    target_details: view.target_details,
    created_by: view.created_by.id,
    created_by_name: view.created_by.name,
    created_at: view.created_at,
    expires_at: view.expires_at,
  };
}

const INSERT = `
  INSERT INTO announcement (id, title, content, priority, target_audience, role_names, department_ids, user_ids,
    created_by, created_at, expires_at)
  VALUES ($1, $2, $3, $4, $5, $6::role[], $7::uuid[], $8::uuid[], $9, $10, $11)`;
