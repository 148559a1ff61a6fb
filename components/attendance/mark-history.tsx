import { useInfiniteQuery } from '@tanstack/react-query';
import { History } from 'lucide-react';
import { EmptyState, ErrorState, ListSkeleton } from '@/components/ui/list-states';
import { LoadMore } from '@/components/ui/load-more';
import { RelativeTime } from '@/components/ui/relative-time';
import { useCorrectionText } from '@/lib/client/attendance/correction-text';
import { markHistoryOptions } from '@/lib/client/attendance/list-changes';
import { pageItems } from '@/lib/client/http/page-items';
import type { MarkChange } from '@/lib/contracts/http/attendance-correction';

interface MarkHistoryProps {
  sessionId: string;
  /** Of one student, or of all: then each change names whose it is. */
  studentId?: string;
}

/** Who changed a mark, when, from what to what and why; the newest first. */
export function MarkHistory({ sessionId, studentId }: MarkHistoryProps) {
  const text = useCorrectionText();
  const list = useInfiniteQuery(markHistoryOptions(sessionId, studentId));
  const changes = pageItems(list.data);
  if (list.isPending) return <ListSkeleton label={text.historyLoading} rows={2} />;
  if (list.isError && !list.data)
    return (
      <ErrorState title={text.historyNotLoaded} error={list.error} onRetry={() => void list.refetch()} />
    );
  if (changes.length === 0)
    return (
      <EmptyState icon={History} title={text.historyNone.title}>
        {text.historyNone.text}
      </EmptyState>
    );
  return (
    <>
      <ol aria-label={text.changes}>
        {changes.map((change) => (
          <Change key={change.id} change={change} isNamed={studentId === undefined} />
        ))}
      </ol>
      <LoadMore list={list} />
    </>
  );
}

function Change({ change, isNamed }: { change: MarkChange; isNamed: boolean }) {
  const text = useCorrectionText();
  const { before, after, reason } = change;
  const word = ({ status, custom_code }: MarkChange['before']) =>
    custom_code || text.statuses[status ?? 'unmarked'];
  return (
    <li className="grid gap-0.5 border-b py-2">
      <p className="flex flex-wrap items-baseline justify-between gap-x-4">
        <span className="min-w-0 wrap-anywhere">
          {isNamed && (
            <>
              <bdi className="font-strong">{change.student.name}</bdi>
              {': '}
            </>
          )}
          {text.wants(word(before), word(after))}
        </span>
        <RelativeTime at={change.changed_at} className="text-sm text-ink-3" />
      </p>
      <p className="text-sm wrap-anywhere text-ink-2">
        <bdi>{text.change(change.changed_by?.name ?? text.clock, text.sources[change.source])}</bdi>
      </p>
      {reason !== '' && (
        <p className="text-sm wrap-anywhere text-ink-2">
          {text.reason}: <bdi>{reason}</bdi>
        </p>
      )}
      {after.remark !== before.remark && (
        <p className="text-sm wrap-anywhere text-ink-2">
          {text.remark}: <bdi>{before.remark || '–'}</bdi> → <bdi>{after.remark || '–'}</bdi>
        </p>
      )}
    </li>
  );
}
