import { type AnnouncementView, noTarget } from '@/lib/contracts/http/announcement';
import type { EditAnnouncement } from '@/lib/contracts/http/announcement-requests';
import type { EventfulTx, UnitOfWork } from '@/lib/infra/outbox/unit-of-work';
import { DomainProblem } from '../problem';
import type { SignedIn } from '../session/authenticate';
import { requireTarget } from './policy';
import { publishChange } from './publish-change';
import { requireEndAfter, requireFuture } from './require-future';
import { resolveTargets } from './resolve-targets';
import { takeAuthored } from './take-authored';

/**
 * Changes an announcement. Before it is public everything may change; afterwards text, priority, end and pin, and each
 * new text is a revision that readers can look up.
 * @throws {DomainProblem} `precondition.failed` when somebody else was quicker, `announcement.target_fixed`,
 * `announcement.archived`, `announcement.unknown_target`, `resource.not_found`, `auth.forbidden`, `request.invalid`
 */
export async function editAnnouncement(
  unitOfWork: UnitOfWork,
  request: { actor: SignedIn; correlationId: string; id: string; ifMatch: number; change: EditAnnouncement },
): Promise<AnnouncementView> {
  const { actor, change } = request;
  return unitOfWork.run({ correlationId: request.correlationId }, async (tx) => {
    const { announcement: before, rights } = await takeAuthored(tx, request);
    if (before.status === 'archived') throw new DomainProblem('announcement.archived');
    const isPublic = before.status === 'published' || before.status === 'expired';
    if (isPublic && change.target_audience !== undefined)
      throw new DomainProblem('announcement.target_fixed');
    const after = { ...applied(before, change), ...(await newTarget(tx, before, change)) };
    requireTarget(rights, after);
    if (after.expires_at !== before.expires_at) requireFuture('expires_at', after.expires_at);
    if (after.scheduled_for !== null) requireEndAfter(after.scheduled_for, after.expires_at);
    if (JSON.stringify(after) === JSON.stringify(before) && change.edit === 'minor') return before;

    const isRevised = isPublic && (wordsOf(before) !== wordsOf(after) || change.edit === 'reannounce');
    const reannounced = isRevised && change.edit === 'reannounce' && before.status === 'published';
    if (isRevised) {
      await keepRevision(tx, before);
      after.revision += 1;
      after.revised_at = new Date().toISOString();
      if (reannounced) Object.assign(after, { announced_revision: after.revision, acknowledged_at: null });
    }
    after.version += 1;
    await write(tx, after, { changedBy: actor.userId, isRevised });
    return publishChange(tx, actor, { before, after, reannounced });
  });
}

/** The fields that were given; an expired one whose end is moved into the future is public again. */
function applied(before: AnnouncementView, change: EditAnnouncement): AnnouncementView {
  const priority = change.priority ?? before.priority;
  const expires_at =
    change.expires_at === undefined
      ? before.expires_at
      : change.expires_at && new Date(change.expires_at).toISOString();
  const revived = before.status === 'expired' && expires_at !== before.expires_at;
  return {
    ...before,
    title: change.title ?? before.title,
    content: change.content ?? before.content,
    priority,
    expires_at,
    status: revived ? 'published' : before.status,
    acknowledgement_required:
      (change.acknowledgement_required ?? before.acknowledgement_required) || priority === 'urgent',
    pinned_at:
      change.pinned === undefined || change.pinned === (before.pinned_at !== null)
        ? before.pinned_at
        : change.pinned
          ? new Date().toISOString()
          : null,
  };
}

async function newTarget(tx: EventfulTx, before: AnnouncementView, change: EditAnnouncement) {
  const { target_audience, target_details } = change;
  if (target_audience === undefined) return { target_audience: before.target_audience };
  const given = target_details ?? noTarget();
  return { target_audience, target_details: await resolveTargets(tx, given) };
}

const wordsOf = ({ title, content, priority }: AnnouncementView) =>
  JSON.stringify([title, content, priority]);

/** Keeps the text that is about to be replaced, with who wrote it. */
async function keepRevision(tx: EventfulTx, before: AnnouncementView): Promise<void> {
  await tx.query(
    `INSERT INTO announcement_revision (announcement_id, revision, title, content, priority, announced, edited_by, created_at)
     SELECT id, revision, title, content, priority, revision = announced_revision, COALESCE(revised_by, created_by),
       COALESCE(revised_at, published_at, created_at)
     FROM announcement WHERE id = $1`,
    [before.id],
  );
}

/** `isRevised`: readers see other words than before. */
async function write(
  tx: EventfulTx,
  view: AnnouncementView,
  { changedBy, isRevised }: { changedBy: string; isRevised: boolean },
): Promise<void> {
  await tx.query(WRITE, [
    view.id,
    view.title,
    view.content,
    view.priority,
    view.status,
    view.target_audience,
    view.target_details.role_names,
    view.target_details.department_ids,
    view.target_details.user_ids,
    view.acknowledgement_required,
    view.expires_at,
    view.pinned_at,
    view.revision,
    view.announced_revision,
    view.revised_at,
    view.version,
    isRevised ? changedBy : null,
    changedBy,
    view.target_details.course_ids,
  ]);
}

const WRITE = `
  UPDATE announcement SET title = $2, content = $3, priority = $4, status = $5, target_audience = $6,
    role_names = $7::role[], department_ids = $8::uuid[], user_ids = $9::uuid[], acknowledgement_required = $10,
    expires_at = $11, pinned_at = $12, revision = $13, announced_revision = $14, revised_at = $15, version = $16,
    revised_by = COALESCE($17::uuid, revised_by), changed_by = $18, changed_at = now(),
    course_ids = $19::uuid[]
  WHERE id = $1`;
