import { useQuery } from '@tanstack/react-query';
import { ListChecks, Plus } from 'lucide-react';
import { useState } from 'react';
import { AskedDialog } from '@/components/ui/asked-dialog';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { EmptyState, ErrorState, ListSkeleton } from '@/components/ui/list-states';
import { toast } from '@/components/ui/toast';
import { useFetchedPart } from '@/components/ui/use-fetched-part';
import { useAttendanceProblemText } from '@/lib/client/attendance/attendance-problem-text';
import { useRosterText } from '@/lib/client/attendance/attendance-roster-text';
import { useAttendanceSettingsText } from '@/lib/client/attendance/attendance-settings-text';
import { useDeleteStatus } from '@/lib/client/attendance/change-status';
import { statusListOptions } from '@/lib/client/attendance/list-statuses';
import { describeProblem } from '@/lib/client/text/describe-problem';
import { useFormat, useText } from '@/lib/client/text/text-context';
import type { CustomStatusView } from '@/lib/contracts/http/attendance-rules';

const fetchDialog = () => import('./status-dialog').then((module) => module.StatusDialog);

type Asked = { kind: 'new' } | { kind: 'edit' | 'delete'; status: CustomStatusView };

/** The statuses of the university's own. */
export function StatusSection() {
  const { statuses: text } = useAttendanceSettingsText();
  const list = useQuery(statusListOptions());
  const [asked, setAsked] = useState<Asked | null>(null);
  const stop = () => setAsked(null);
  const Edit = useFetchedPart(fetchDialog, {
    isWanted: asked !== null && asked.kind !== 'delete',
    onFailed: stop,
  });
  return (
    <section aria-labelledby="statuses">
      <div className="flex flex-wrap items-center justify-between gap-2 border-b pb-2">
        <h2 id="statuses" className="text-md">
          {text.title}
        </h2>
        <Button size="small" onClick={() => setAsked({ kind: 'new' })}>
          <Icon of={Plus} /> {text.new}
        </Button>
      </div>
      <p className="mt-2 max-w-prose text-ink-2">{text.about}</p>
      {list.isPending && <ListSkeleton label={text.loading} rows={2} />}
      {list.isError && !list.data && (
        <ErrorState title={text.notLoaded} error={list.error} onRetry={() => void list.refetch()} />
      )}
      {list.data?.items.length === 0 && (
        <EmptyState icon={ListChecks} title={text.none}>
          {text.noneText}
        </EmptyState>
      )}
      <ul>
        {list.data?.items.map((status) => (
          <Row key={status.code} status={status} onAsk={(kind) => setAsked({ kind, status })} />
        ))}
      </ul>
      {asked && asked.kind !== 'delete' && Edit && (
        <Edit status={asked.kind === 'edit' ? asked.status : null} onClose={stop} />
      )}
      {asked?.kind === 'delete' && <Delete status={asked.status} onClose={stop} />}
    </section>
  );
}

function Row(props: { status: CustomStatusView; onAsk: (kind: 'edit' | 'delete') => void }) {
  const { status, onAsk } = props;
  const { statuses: text } = useAttendanceSettingsText();
  const words = useRosterText();
  const format = useFormat();
  const { code, name, counts_as, points, is_active } = status;
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-1 border-b py-2">
      <span className="min-w-0 grow wrap-anywhere">
        <bdi className="font-strong">{name}</bdi> <span className="font-mono text-sm text-ink-3">{code}</span>
        <span className="block text-sm text-ink-2">
          {text.countsAs(words.statuses[counts_as])},{' '}
          {points === null ? text.noPoints : text.points(format.number(points))}
        </span>
      </span>
      {!is_active && <Badge>{text.off}</Badge>}
      <span className="-ml-3 flex gap-1 md:ml-0">
        <Button look="quiet" size="small" aria-label={text.editOne(name)} onClick={() => onAsk('edit')}>
          {text.edit}
        </Button>
        <Button look="quiet" size="small" aria-label={text.deleteOne(name)} onClick={() => onAsk('delete')}>
          {text.delete}
        </Button>
      </span>
    </li>
  );
}

function Delete({ status, onClose }: { status: CustomStatusView; onClose: () => void }) {
  const { statuses: text } = useAttendanceSettingsText();
  const { problem } = useText();
  const own = useAttendanceProblemText();
  const { mutate, error, isPending } = useDeleteStatus(status);
  const onSuccess = () => {
    toast.success(text.deleted(status.name));
    onClose();
  };
  return (
    <AskedDialog
      title={text.deleteTitle(status.name)}
      about={text.deleteText}
      act={text.delete}
      cancel={text.cancel}
      look="danger"
      refusal={error && describeProblem(problem, error, own)}
      isPending={isPending}
      onAct={() => mutate(undefined, { onSuccess })}
      onClose={onClose}
    />
  );
}
