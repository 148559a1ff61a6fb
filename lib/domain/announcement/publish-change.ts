import type { AnnouncementView } from '@/lib/contracts/http/announcement';
import type { EventfulTx } from '@/lib/infra/outbox/unit-of-work';
import type { SignedIn } from '../session/authenticate';
import { announcementPayload } from './announcement-payload';

/** What readers and authors may want to compare; the counters say nothing by themselves. */
const compared = [
  'title',
  'content',
  'priority',
  'status',
  'target_audience',
  'target_details',
  'acknowledgement_required',
  'scheduled_for',
  'expires_at',
  'pinned_at',
] as const satisfies (keyof AnnouncementView)[];

/** Tells what has changed, with the old and the new value of each field, and returns the new view. */
export function publishChange(
  tx: EventfulTx,
  actor: SignedIn,
  change: { before: AnnouncementView; after: AnnouncementView; reannounced?: boolean },
): AnnouncementView {
  const { before, after } = change;
  const changed = compared.filter((field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]));
  tx.publish('ANNOUNCEMENT_UPDATED', {
    ...announcementPayload(after),
    is_published: after.status === 'published',
    changes: Object.fromEntries(
      changed.map((field) => [field, { old_value: before[field], new_value: after[field] }]),
    ),
    updated_by: actor.userId,
    updated_at: new Date().toISOString(),
    edit_kind: change.reannounced ? 'reannounced' : 'minor',
  });
  return after;
}
