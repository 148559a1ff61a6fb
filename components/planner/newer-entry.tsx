'use client';

import { Button } from '@/components/ui/button';
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
    <div role="alert" className="grid gap-2 rounded-md border border-warn p-3">
      <p className="font-strong">{text.newer.title}</p>
      <p>
        {text.newer.theirs}: {placeOf(text, theirs)}
      </p>
      <p>
        {text.newer.mine}: {text.days[day_of_week]}, {start_time}–{end_time}
      </p>
      <div className="flex flex-wrap gap-2">
        <Button onClick={onTake}>{text.newer.takeTheirs}</Button>
        <Button onClick={() => onKeep(theirs)}>{text.newer.keepMine}</Button>
      </div>
    </div>
  );
}
