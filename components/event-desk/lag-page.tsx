'use client';

import { useQuery } from '@tanstack/react-query';
import { clsx } from 'clsx';
import { Gauge } from 'lucide-react';
import { useEffect, useState } from 'react';
import { EmptyState, ErrorState } from '@/components/ui/list-states';
import { type DeskText, useDeskText } from '@/lib/client/event-desk/desk-text';
import { addSample, type LagSample, linePoints } from '@/lib/client/event-desk/measure-trend';
import { useDeskSocket } from '@/lib/client/event-desk/use-desk-socket';
import { useFormat } from '@/lib/client/text/text-context';
import { DeskLag } from '@/lib/contracts/pushes/desk';
import { clockTime } from './clock-time';
import { DeskFrame } from './desk-frame';

const LOOK_EVERY_MS = 2_000;

/** What every group still has to read. Looked at every two seconds while the page is in sight. */
export function LagPage() {
  return (
    <DeskFrame page="lag">
      <LagBoard />
    </DeskFrame>
  );
}

function LagBoard() {
  const text = useDeskText();
  const format = useFormat();
  const socket = useDeskSocket();
  const [samples, setSamples] = useState<readonly LagSample[]>([]);
  const { data, error, isPending, refetch } = useQuery({
    queryKey: ['event-desk', 'lag'],
    queryFn: () => (socket ? socket.ask(DeskLag, 'desk:lag', null) : Promise.reject(new Error('no socket'))),
    enabled: socket !== null,
    refetchInterval: LOOK_EVERY_MS,
    staleTime: 0,
    gcTime: 0,
  });
  useEffect(() => {
    if (data) setSamples((last) => addSample(last, data));
  }, [data]);
  if (error && !data)
    return <ErrorState title={text.lag.failed} error={error} onRetry={() => void refetch()} />;
  if (isPending)
    return (
      <div role="status" aria-label={text.lag.loading} className="border-t">
        {Array.from({ length: 5 }, (_, row) => row).map((row) => (
          <div key={row} className="flex h-10 items-center gap-6 border-b">
            <div className="skeleton h-3.5 w-56" />
            <div className="skeleton h-3.5 w-16" />
            <div className="skeleton h-3.5 grow" />
          </div>
        ))}
      </div>
    );
  if (data.groups.length === 0)
    return (
      <EmptyState icon={Gauge} title={text.lag.empty.title}>
        {text.lag.empty.text}
      </EmptyState>
    );
  return (
    <div className="grid gap-3">
      <p className="text-sm text-ink-3">
        {text.lag.measured}{' '}
        <time dateTime={data.measured_at}>{clockTime(data.measured_at, format.timeZone)}</time> ·{' '}
        {text.tail.engine[data.engine]}
        {error && <span className="text-danger"> · {text.lag.failed}</span>}
      </p>
      <ul className="border-t">
        {data.groups.map((group) => (
          <GroupRow
            key={group.group_id}
            group={group}
            text={text}
            trend={samples.map(({ totals }) => totals[group.group_id] ?? 0)}
          />
        ))}
      </ul>
      <p className="max-w-prose text-sm text-ink-3">{text.lag.note}</p>
    </div>
  );
}

const LINE = { width: 160, height: 24 };

function GroupRow({
  group,
  trend,
  text,
}: {
  group: DeskLag['groups'][number];
  trend: number[];
  text: DeskText;
}) {
  const format = useFormat();
  const [now, most] = [format.number(group.total), format.number(Math.max(0, ...trend))];
  return (
    <li className="border-b">
      <details>
        <summary className="grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-6 gap-y-1 py-2 md:grid-cols-[minmax(0,1fr)_7rem_9rem_10rem]">
          <span className="font-mono wrap-anywhere">{group.group_id}</span>
          <span className={clsx('text-sm', group.members === 0 ? 'text-warn' : 'text-ink-3')}>
            {group.members === 0 ? text.lag.nobody : `${text.lag.members} ${format.number(group.members)}`}
          </span>
          <span className={group.total > 0 ? 'font-strong text-warn' : 'text-ok'}>
            {group.total > 0 ? `${text.lag.behind} ${now}` : text.lag.nothing}
          </span>
          <svg
            viewBox={`-1 -2 ${LINE.width + 2} ${LINE.height + 4}`}
            className="h-7 w-40 text-accent"
            role="img"
            aria-label={`${text.lag.trend}. ${text.lag.trendOf(group.group_id, now, most)}`}
          >
            <polyline
              points={linePoints(trend, LINE.width, LINE.height)}
              fill="none"
              stroke="currentColor"
              strokeWidth="1.5"
            />
          </svg>
        </summary>
        <table className="mb-3 w-full max-w-xl text-sm">
          <caption className="sr-only">{`${text.lag.partitions}: ${group.group_id}`}</caption>
          <tbody>
            {group.partitions.map(({ topic, partition, lag }) => (
              <tr key={`${topic}/${partition}`} className="h-8 border-t">
                <th scope="row" className="text-left font-mono text-xs font-normal text-ink-2">
                  {text.lag.partition(topic, partition)}
                </th>
                <td className={clsx('text-right', lag > 0 ? 'text-warn' : 'text-ink-3')}>
                  {format.number(lag)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </li>
  );
}
