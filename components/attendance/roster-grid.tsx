import { clsx } from 'clsx';
import { Clock, MessageSquareText } from 'lucide-react';
import { type KeyboardEvent, memo, useRef, useState } from 'react';
import { Icon } from '@/components/ui/icon';
import { SegmentedControl } from '@/components/ui/segmented-control';
import { useRosterText } from '@/lib/client/attendance/attendance-roster-text';
import type { RosterRow } from '@/lib/client/attendance/roster-rows';
import { useShortcuts } from '@/lib/client/keyboard/use-shortcuts';
import { useText } from '@/lib/client/text/text-context';
import type { AttendanceStatus } from '@/lib/contracts/http/attendance';
import { statuses, statusLook } from './mark-buttons';
import type { RosterViewProps } from './roster-list';

/** All students in sight, as they would sit: a press gives the chosen status, the same again takes it back. */
export function RosterGrid({ rows, customNames, disabled, onMark, onDetails }: RosterViewProps) {
  const text = useRosterText();
  const { keys } = text.roster;
  const { keyboard } = useText();
  const [brush, setBrush] = useState<AttendanceStatus>('absent');
  const grid = useRef<HTMLUListElement>(null);
  const cells = () => [...(grid.current?.querySelectorAll<HTMLElement>('[data-row]') ?? [])];
  const focusedAt = () => {
    const { activeElement } = document;
    return activeElement instanceof HTMLElement ? cells().indexOf(activeElement) : -1;
  };
  const move = (to: number) => cells()[Math.max(0, Math.min(to, rows.length - 1))]?.focus();

  function onRow(act: (row: RosterRow) => void): void {
    const at = focusedAt();
    const row = rows[at];
    if (row) act(row);
    else move(0);
  }
  const mark = (status: AttendanceStatus | null) =>
    onRow((row) => {
      if (disabled || row.has_left) return;
      const at = focusedAt();
      onMark(row, status);
      move(at + 1);
    });
  useShortcuts([
    ...statuses.map((status) => ({
      keys: text.letters[status].toLowerCase(),
      label: keys[status],
      group: 'lists' as const,
      run: () => mark(status),
    })),
    { keys: 'j', label: keyboard.nextRow, group: 'lists', run: () => move(focusedAt() + 1) },
    { keys: 'k', label: keyboard.previousRow, group: 'lists', run: () => move(focusedAt() - 1) },
    { keys: 'u', label: keys.takeBack, group: 'lists', run: () => mark(null) },
    { keys: 'r', label: keys.details, group: 'lists', run: () => onRow(onDetails) },
  ]);

  function onKeyDown(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const across = columnsOf(cells());
    const step = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: across, ArrowUp: -across }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    move(focusedAt() + step);
  }

  const press = (row: RosterRow) => onMark(row, row.status === brush ? null : brush);
  return (
    <>
      <div className="mb-3">
        <SegmentedControl
          label={text.roster.brush}
          showLabel
          options={statuses.map((value) => ({ value, label: text.statuses[value] }))}
          value={brush}
          onChange={setBrush}
        />
      </div>
      <ul
        ref={grid}
        aria-label={text.roster.students}
        className="grid grid-cols-[repeat(auto-fill,minmax(9rem,1fr))] gap-1.5"
        onKeyDown={onKeyDown}
      >
        {rows.map((row) => (
          <Cell
            key={row.id}
            row={row}
            customName={customNames.get(row.custom_code) ?? row.custom_code}
            disabled={disabled || row.has_left}
            brush={brush}
            onPress={press}
          />
        ))}
      </ul>
    </>
  );
}

/** How many cells stand beside each other. */
function columnsOf(cells: readonly HTMLElement[]): number {
  const top = cells[0]?.getBoundingClientRect().top;
  const next = cells.findIndex((cell) => cell.getBoundingClientRect().top !== top);
  return next === -1 ? Math.max(1, cells.length) : next;
}

interface CellProps {
  row: RosterRow;
  customName: string;
  disabled: boolean;
  brush: AttendanceStatus;
  onPress: (row: RosterRow) => void;
}

const Cell = memo(
  function Cell({ row, customName, disabled, onPress }: CellProps) {
    const text = useRosterText();
    const { name, status, remark, isPending } = row;
    const word = customName || (status === null ? text.unmarked : text.statuses[status]);
    return (
      <li className="[contain-intrinsic-size:auto_4rem] [content-visibility:auto]">
        <button
          type="button"
          data-row=""
          aria-disabled={disabled}
          className={clsx(
            'flex h-full min-h-16 w-full flex-col items-start gap-0.5 rounded-md border p-2 text-left wrap-anywhere',
            'aria-disabled:cursor-not-allowed',
            status === null ? 'border-line bg-raised hover:bg-sunken' : statusLook[status],
          )}
          onClick={() => {
            if (!disabled) onPress(row);
          }}
        >
          <bdi className="line-clamp-2 text-ink">{name}</bdi>
          <span className="text-xs text-ink-2 tabular-nums">{row.register_no}</span>
          <span className="flex items-center gap-1.5 text-sm">
            {word}
            {remark !== '' && <Icon of={MessageSquareText} label={text.roster.remark} />}
            {isPending && <Icon of={Clock} label={text.roster.pending} />}
          </span>
        </button>
      </li>
    );
  },
  // `onPress` is another with each brush, and does nothing else.
  (before, after) =>
    before.row === after.row &&
    before.disabled === after.disabled &&
    before.customName === after.customName &&
    before.brush === after.brush,
);
