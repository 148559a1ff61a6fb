'use client';

import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { toast } from '@/components/ui/toast';
import { useShortcuts } from '@/lib/client/keyboard/use-shortcuts';
import { MOST_AT_ONCE, useChangeNotifications } from '@/lib/client/notification/change-notifications';
import { usePreferenceText } from '@/lib/client/notification-preference/preference-text';
import { describeProblem } from '@/lib/client/text/describe-problem';
import { useText } from '@/lib/client/text/text-context';
import type { NotificationBulkChange, NotificationView } from '@/lib/contracts/http/notification';
import { SnoozeChoice } from './snooze-choice';
import type { Selection } from './use-selection';

interface SelectionBarProps {
  rows: readonly NotificationView[];
  selection: Selection;
  /** Selects or leaves out the row with the focus. */
  onKey: () => void;
}

/** What is done with all that are selected; one request for all. */
export function SelectionBar({ rows, selection, onKey }: SelectionBarProps) {
  const { bulk: text, snooze } = usePreferenceText();
  const { problem } = useText();
  const { mutate } = useChangeNotifications((error) =>
    toast.error(text.notChanged(describeProblem(problem, error))),
  );
  const [isSnoozing, setIsSnoozing] = useState(false);
  useShortcuts([{ keys: 'x', label: text.key, group: 'lists', run: onKey }]);
  const { ids, isOn } = selection;
  if (!isOn)
    return (
      <div className="mb-2 flex justify-end">
        <Button look="quiet" size="small" onClick={() => selection.open()}>
          {text.select}
        </Button>
      </div>
    );
  const act = (change: NotificationBulkChange, until?: string) => {
    const all = [...ids];
    for (let first = 0; first < all.length; first += MOST_AT_ONCE)
      mutate({ ids: all.slice(first, first + MOST_AT_ONCE), change, ...(until !== undefined && { until }) });
    setIsSnoozing(false);
    selection.close();
  };
  const isArchive = rows[0]?.archived_at !== null;
  const changes = ['read', 'unread', isArchive ? 'restored' : 'archived'] as const;
  const none = ids.size === 0;
  return (
    <div className="sticky top-(--under-header) z-10 mb-2 grid gap-2 border-b bg-surface py-2">
      <div className="flex flex-wrap items-center gap-2">
        <span aria-live="polite" className="mr-1 font-strong">
          {text.selected(ids.size)}
        </span>
        {changes.map((change) => (
          <Button key={change} size="small" disabled={none} onClick={() => act(change)}>
            {text[change]}
          </Button>
        ))}
        <Button
          size="small"
          disabled={none}
          aria-expanded={isSnoozing}
          onClick={() => setIsSnoozing(!isSnoozing)}
        >
          {snooze.title}
        </Button>
        <Button size="small" look="quiet" onClick={() => selection.take(rows.map((row) => row.id))}>
          {text.all}
        </Button>
        <Button size="small" look="quiet" onClick={() => selection.close()}>
          {text.done}
        </Button>
      </div>
      {isSnoozing && !none && <SnoozeChoice onChoose={(until) => act('snoozed', until)} />}
    </div>
  );
}

/** Before a row while one selects; with the shift key all up to the last that was chosen. */
export function SelectBox({
  row,
  isSelected,
  onSelect,
}: {
  row: NotificationView;
  isSelected: boolean;
  onSelect: (isRange: boolean) => void;
}) {
  const text = usePreferenceText().bulk;
  return (
    <span className="-my-2.5 -mr-2 grid size-11 shrink-0 place-items-center md:-my-1.5 md:size-9">
      <input
        type="checkbox"
        className="size-4 accent-accent"
        aria-label={text.toggle(row.title)}
        checked={isSelected}
        onChange={(event) => {
          const { nativeEvent } = event;
          onSelect('shiftKey' in nativeEvent && nativeEvent.shiftKey === true);
        }}
      />
    </span>
  );
}
