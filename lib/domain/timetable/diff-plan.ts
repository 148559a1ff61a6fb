import type { PlanField } from '@/lib/contracts/http/plan';
import type { EntryRow } from './entry-row';
import { differingFields } from './entry-values';

export interface RowsDiff {
  readonly added: readonly EntryRow[];
  readonly changed: readonly {
    readonly before: EntryRow;
    readonly after: EntryRow;
    readonly fields: readonly PlanField[];
  }[];
  readonly removed: readonly EntryRow[];
}

/** What publishing a draft changes for readers. What they do not see, such as a lock, is no change. */
export function diffPlan(published: readonly EntryRow[], draft: readonly EntryRow[]): RowsDiff {
  const publishedById = new Map(published.map((row) => [row.entry_id, row]));
  const draftIds = new Set(draft.map(({ entry_id }) => entry_id));
  const added: EntryRow[] = [];
  const changed: RowsDiff['changed'][number][] = [];
  for (const after of draft) {
    const before = publishedById.get(after.entry_id);
    if (!before) {
      added.push(after);
      continue;
    }
    const fields = differingFields(before, after);
    if (fields.length > 0) changed.push({ before, after, fields });
  }
  return { added, changed, removed: published.filter(({ entry_id }) => !draftIds.has(entry_id)) };
}

export const countChanges = ({ added, changed, removed }: RowsDiff): number =>
  added.length + changed.length + removed.length;
