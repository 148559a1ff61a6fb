import { clsx } from 'clsx';
import { Clock, MessageSquareText } from 'lucide-react';
import type { ComponentProps } from 'react';
import { Badge } from '@/components/ui/badge';
import { Icon } from '@/components/ui/icon';
import { useRosterText } from '@/lib/client/attendance/attendance-roster-text';
import type { RosterRow } from '@/lib/client/attendance/roster-rows';
import type { AttendanceStatus } from '@/lib/contracts/http/attendance';
import { MarkButtons, statusLook } from './mark-buttons';

interface RosterRowProps extends ComponentProps<'li'> {
  row: RosterRow;
  /** What the university calls the student's own status; empty: none. */
  customName: string;
  disabled: boolean;
  onMark: (row: RosterRow, status: AttendanceStatus | null) => void;
  onDetails: (row: RosterRow) => void;
}

/** One student of a class. */
export function RosterRowItem(props: RosterRowProps) {
  const { row, customName, disabled, onMark, onDetails, className, ...rest } = props;
  const { roster: text } = useRosterText();
  return (
    <li
      {...rest}
      className={clsx(
        'grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-3 border-b py-1.5',
        'md:grid-cols-[minmax(0,1fr)_8rem_5rem_auto] md:py-1',
        className,
      )}
    >
      <span className="min-w-0 wrap-anywhere">
        <button
          type="button"
          data-row=""
          className="rounded-sm py-0.5 text-left hover:underline"
          aria-label={text.detailsOf(row.name)}
          onClick={() => onDetails(row)}
        >
          <bdi className={clsx(row.has_left && 'text-ink-3')}>{row.name}</bdi>
        </button>
        <span className="block text-xs text-ink-3 tabular-nums md:hidden">{row.register_no}</span>
        <Notes row={row} customName={customName} />
      </span>
      <span className="text-sm text-ink-3 tabular-nums max-md:hidden">{row.register_no}</span>
      <Recent marks={row.recent} />
      <MarkButtons row={row} disabled={disabled} onMark={onMark} />
    </li>
  );
}

function Notes({ row, customName }: { row: RosterRow; customName: string }) {
  const { roster: text } = useRosterText();
  const isPlain = !row.isPending && !row.has_left && row.remark === '' && customName === '';
  if (isPlain) return null;
  return (
    <span className="ml-2 inline-flex max-w-full flex-wrap items-center gap-x-2 text-sm text-ink-2 max-md:ml-0">
      {customName !== '' && <Badge>{customName}</Badge>}
      {row.has_left && <span className="text-ink-3">{text.left}</span>}
      {row.remark !== '' && (
        <span className="inline-flex min-w-0 items-center gap-1">
          <Icon of={MessageSquareText} label={text.remark} className="shrink-0 text-ink-3" />
          <bdi className="line-clamp-1">{row.remark}</bdi>
        </span>
      )}
      {row.isPending && <Icon of={Clock} label={text.pending} className="shrink-0 text-warn" />}
    </span>
  );
}

/** The classes before, oldest first, as letters: colour alone says nothing to some. */
function Recent({ marks }: { marks: RosterRow['recent'] }) {
  const text = useRosterText();
  const named = marks.map((status) => (status === null ? text.unmarked : text.statuses[status]));
  return (
    <span className="flex gap-0.5 text-xs max-md:hidden">
      <span className="sr-only">
        {marks.length === 0 ? text.roster.noRecent : text.roster.recent(named.join(', '))}
      </span>
      {marks.map((status, index) => (
        <span
          // biome-ignore lint/suspicious/noArrayIndexKey: the place in the row is what it is
          key={index}
          aria-hidden="true"
          className={clsx(
            'w-3.5 rounded-sm text-center',
            status === null ? 'text-ink-3' : [statusLook[status], 'border-0'],
          )}
        >
          {status === null ? '·' : text.letters[status]}
        </span>
      ))}
    </span>
  );
}
