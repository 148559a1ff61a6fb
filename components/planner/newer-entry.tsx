'use client';

import { NewerNote } from '@/components/ui/newer-note';
import type { EntryDraft } from '@/lib/client/planner/change-entry';
import { usePlannerText } from '@/lib/client/planner/planner-text';
import { type PlanEntry, WrittenEntry } from '@/lib/contracts/http/plan';
import { placeOf } from './entry-lines';

interface NewerEntryProps {
  /** What came back with the refusal. */
  current: unknown;
  mine: EntryDraft;
  onTake: () => void;
  onKeep: (theirs: PlanEntry) => void;
}

/** What somebody else has saved meanwhile beside what is written here; whoever writes decides. */
export function NewerEntry({ current, mine, onTake, onKeep }: NewerEntryProps) {
  const text = usePlannerText();
  const parsed = WrittenEntry.safeParse(current);
  if (!parsed.success) return null;
  const theirs = parsed.data.entry;
  const { day_of_week, start_time, end_time } = mine;
  return (
    <NewerNote
      text={{ title: text.newer.title, take: text.newer.takeTheirs, keep: text.newer.keepMine }}
      onTake={onTake}
      onKeep={() => onKeep(theirs)}
    >
      <p>
        {text.newer.theirs}: {placeOf(text, theirs)}
      </p>
      <p>
        {text.newer.mine}: {text.days[day_of_week]}, {start_time}–{end_time}
      </p>
    </NewerNote>
  );
}
