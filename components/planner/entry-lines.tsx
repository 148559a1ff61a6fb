'use client';

import { Lock, TriangleAlert } from 'lucide-react';
import { Icon } from '@/components/ui/icon';
import { type PlannerText, usePlannerText } from '@/lib/client/planner/planner-text';
import type { PlanConflict, PlanEntry } from '@/lib/contracts/http/plan';

/** What stands on the card of a class: when, which, where and who; a lock and conflicts are marked. */
export function EntryLines({ entry, conflicts }: { entry: PlanEntry; conflicts: readonly PlanConflict[] }) {
  const text = usePlannerText();
  const own = conflicts.filter(({ entry_ids }) => entry_ids.includes(entry.entry_id));
  return (
    <>
      <span className="flex items-center gap-1 text-xs tabular-nums">
        <span className="whitespace-nowrap">
          {entry.start_time}–{entry.end_time}
        </span>
        {entry.weeks !== 'every' && ` ${entry.weeks.toUpperCase()}`}
        {entry.is_locked && (
          <>
            <Icon of={Lock} className="size-3" />
            <span className="sr-only">{text.locked}</span>
          </>
        )}
        {own.length > 0 && (
          <>
            <Icon of={TriangleAlert} className="size-3 text-danger" />
            <span className="sr-only">{text.conflicts(own.length)}</span>
          </>
        )}
      </span>
      <span className="block truncate font-strong">{entry.course.code}</span>
      <span className="block truncate text-xs text-ink-2">
        {[entry.room?.code, entry.faculty?.name].filter((part) => part !== undefined).join(', ')}
      </span>
    </>
  );
}

/** "Monday, 10:00–11:00, A1, Tara" */
export const placeOf = (text: PlannerText, entry: PlanEntry): string =>
  [
    text.days[entry.day_of_week],
    `${entry.start_time}–${entry.end_time}`,
    entry.weeks === 'every' ? undefined : text.form.weekNames[entry.weeks],
    entry.room?.code,
    entry.faculty?.name,
    entry.starts_on ?? undefined,
    entry.ends_on ?? undefined,
  ]
    .filter((part) => part !== undefined)
    .join(', ');
