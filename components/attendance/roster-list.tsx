import type { KeyboardEvent } from 'react';
import { useRosterText } from '@/lib/client/attendance/attendance-roster-text';
import type { RosterRow } from '@/lib/client/attendance/roster-rows';
import { useShortcuts } from '@/lib/client/keyboard/use-shortcuts';
import { useWindowRows } from '@/lib/client/keyboard/use-window-rows';
import type { AttendanceStatus } from '@/lib/contracts/http/attendance';
import { statuses } from './mark-buttons';
import { RosterRowItem } from './roster-row';

export interface RosterViewProps {
  rows: readonly RosterRow[];
  /** By code. */
  customNames: ReadonlyMap<string, string>;
  disabled: boolean;
  onMark: (row: RosterRow, status: AttendanceStatus | null) => void;
  onDetails: (row: RosterRow) => void;
}

const noMore = () => undefined;

/** A student a row; a letter marks the one with the focus and goes on to the next. */
export function RosterList({ rows, customNames, disabled, onMark, onDetails }: RosterViewProps) {
  const text = useRosterText();
  const { keys } = text.roster;
  const { items, focused, focusRow, listProps, rowProps } = useWindowRows({
    rows,
    rowPx: 41,
    overscan: 12,
    hasMore: false,
    onNearEnd: noMore,
  });
  const at = rows.findIndex(({ id }) => id === focused);

  /** Who marks by keys begins at the first that is unmarked. */
  function onRow(act: (row: RosterRow) => void): void {
    const row = rows[at];
    if (row) act(row);
    else
      focusRow(
        Math.max(
          0,
          rows.findIndex(({ status }) => status === null),
        ),
      );
  }
  const mark = (status: AttendanceStatus | null) =>
    onRow((row) => {
      if (disabled) return;
      focusRow(at + 1);
      onMark(row, status);
    });
  useShortcuts([
    ...statuses.map((status) => ({
      keys: text.letters[status].toLowerCase(),
      label: keys[status],
      group: 'lists' as const,
      run: () => mark(status),
    })),
    { keys: 'u', label: keys.takeBack, group: 'lists', run: () => mark(null) },
    { keys: 'r', label: keys.details, group: 'lists', run: () => onRow(onDetails) },
  ]);

  function onKeyDown(event: KeyboardEvent<HTMLUListElement>): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const aside = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (step === undefined && aside === undefined) return;
    event.preventDefault();
    if (step !== undefined) focusRow(at + step);
    else if (aside !== undefined) focusBeside(event.target, aside);
  }

  return (
    <ul {...listProps} aria-label={text.roster.students} onKeyDown={onKeyDown}>
      {items.map((item) => {
        const row = rows[item.index];
        return (
          row && (
            <RosterRowItem
              key={row.id}
              {...rowProps(item)}
              row={row}
              customName={customNames.get(row.custom_code) ?? row.custom_code}
              disabled={disabled || row.has_left}
              onMark={onMark}
              onDetails={onDetails}
            />
          )
        );
      })}
    </ul>
  );
}

/** From button to button of one row. */
function focusBeside(from: EventTarget, step: number): void {
  if (!(from instanceof HTMLElement)) return;
  const buttons = [...(from.closest('li')?.querySelectorAll<HTMLElement>('button:not(:disabled)') ?? [])];
  buttons[buttons.indexOf(from) + step]?.focus();
}
