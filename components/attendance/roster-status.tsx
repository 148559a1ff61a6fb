import { Button } from '@/components/ui/button';
import { useRosterText } from '@/lib/client/attendance/attendance-roster-text';
import { countRows, type RosterRow } from '@/lib/client/attendance/roster-rows';
import { useFormat } from '@/lib/client/text/text-context';
import { statuses } from './mark-buttons';

interface RosterStatusProps {
  rows: readonly RosterRow[];
  trouble: 'unreachable' | null;
  onRetry: () => void;
}

/** How far one is, who is not marked, and whether all of it is saved; stays in sight. */
export function RosterStatus({ rows, trouble, onRetry }: RosterStatusProps) {
  const { roster: text } = useRosterText();
  const format = useFormat();
  const counts = countRows(rows);
  const unmarked = counts.students - counts.marked;
  const waiting = rows.filter(({ isPending }) => isPending).length;
  return (
    <div className="sticky top-(--under-header) z-10 mb-3 flex min-h-10 flex-wrap items-center gap-x-3 gap-y-0.5 border-b bg-surface py-1.5 text-sm tabular-nums">
      <span className="font-strong">
        {text.marked(format.number(counts.marked), format.number(counts.students))}
      </span>
      {statuses
        .filter((status) => counts[status] > 0)
        .map((status) => (
          <span key={status}>{text.counts[status](counts[status])}</span>
        ))}
      {unmarked > 0 && <span className="text-warn">{text.unmarkedCount(unmarked)}</span>}
      <span role="status" className="ml-auto flex items-center gap-2 text-ink-2">
        {waiting === 0 && text.saved}
        {waiting > 0 && (trouble === null ? text.saving : text.waiting(waiting))}
        {waiting > 0 && trouble !== null && (
          <Button look="quiet" size="small" className="-my-1.5" onClick={onRetry}>
            {text.tryNow}
          </Button>
        )}
      </span>
    </div>
  );
}
