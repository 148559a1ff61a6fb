import { clsx } from 'clsx';
import { useRosterText } from '@/lib/client/attendance/attendance-roster-text';
import type { RosterRow } from '@/lib/client/attendance/roster-rows';
import type { AttendanceStatus } from '@/lib/contracts/http/attendance';

export const statuses = ['present', 'late', 'excused', 'absent'] as const satisfies AttendanceStatus[];

/** How a status looks; never the only sign of it. */
export const statusLook: Readonly<Record<AttendanceStatus, string>> = {
  present: 'border-accent bg-accent-tint text-accent',
  late: 'border-warn bg-warn-tint text-warn',
  excused: 'border-line-strong bg-sunken text-ink',
  absent: 'border-danger bg-danger-tint text-danger',
};

interface MarkButtonsProps {
  row: RosterRow;
  disabled: boolean;
  onMark: (row: RosterRow, status: AttendanceStatus | null) => void;
}

/** One press marks; the same again takes the mark back. */
export function MarkButtons({ row, disabled, onMark }: MarkButtonsProps) {
  const text = useRosterText();
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be a flex row in every browser
    <div role="group" aria-label={text.roster.marksOf(row.name)} className="flex gap-1">
      {statuses.map((status) => {
        const isPressed = row.status === status;
        return (
          <button
            key={status}
            type="button"
            aria-label={text.statuses[status]}
            title={text.statuses[status]}
            aria-pressed={isPressed}
            disabled={disabled}
            className={clsx(
              'size-11 rounded-md border text-base disabled:cursor-not-allowed md:h-7 md:w-9 md:text-sm',
              isPressed
                ? [statusLook[status], 'font-strong']
                : 'border-line bg-raised text-ink-2 enabled:hover:bg-sunken disabled:opacity-55',
            )}
            onClick={() => onMark(row, isPressed ? null : status)}
          >
            {text.letters[status]}
          </button>
        );
      })}
    </div>
  );
}
