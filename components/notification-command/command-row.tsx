'use client';

import { useState } from 'react';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { RelativeTime } from '@/components/ui/relative-time';
import { toast } from '@/components/ui/toast';
import { useFetchedPart } from '@/components/ui/use-fetched-part';
import { useRetryFailed } from '@/lib/client/notification-command/change-command';
import { useCommandText } from '@/lib/client/notification-command/command-text';
import { useFormat } from '@/lib/client/text/text-context';
import type { ChannelCounts, CommandView } from '@/lib/contracts/http/notification-command';

const fetchCancel = () => import('./cancel-dialog').then((module) => module.CancelDialog);
const tones = {
  scheduled: 'accent',
  queued: 'neutral',
  cancelled: 'neutral',
  refused: 'danger',
  expired: 'warn',
} as const;

/** One command: what it says, who asked, its state, and its numbers on each channel. */
export function CommandRow({ command }: { command: CommandView }) {
  const text = useCommandText();
  const format = useFormat();
  const [isAsked, setIsAsked] = useState(false);
  const stop = () => setIsAsked(false);
  const Cancel = useFetchedPart(fetchCancel, { isWanted: isAsked, onFailed: stop });
  const { title, status, reason, requested_by, service, scheduled_at, created_at, recipients } = command;
  const hasFailed = command.channels.some(({ failed }) => failed > 0);
  return (
    <li className="grid gap-x-4 gap-y-1 border-b py-2 md:grid-cols-[minmax(0,1fr)_minmax(0,1fr)_auto] md:items-center">
      <div className="min-w-0">
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <span className="font-strong wrap-anywhere">{title}</span>
          <Badge tone={tones[status]}>{text.statuses[status]}</Badge>
        </p>
        <p className="text-sm text-ink-3 wrap-anywhere">
          <RelativeTime at={created_at} /> {text.by(requested_by?.name ?? service)}
          {status === 'scheduled' && scheduled_at && ` · ${text.due(format.dateTime(scheduled_at))}`}
          {status === 'queued' && recipients > 0 && ` · ${text.people(recipients)}`}
        </p>
        {reason !== '' && <p className="text-sm text-ink-2 wrap-anywhere">{reason}</p>}
      </div>
      <ul aria-label={text.columns.channels} className="grid gap-0.5 text-sm tabular-nums">
        {command.channels.map((counts) => (
          <Channel key={counts.channel} counts={counts} />
        ))}
      </ul>
      <div className="flex gap-2 md:justify-end">
        {hasFailed && <Retry id={command.id} />}
        {status === 'scheduled' && (
          <Button size="small" onClick={() => setIsAsked(true)}>
            {text.cancel}
          </Button>
        )}
      </div>
      {isAsked && Cancel && <Cancel command={command} onClose={stop} />}
    </li>
  );
}

const states = ['queued', 'sent', 'delivered', 'read', 'failed'] as const;

function Channel({ counts }: { counts: ChannelCounts }) {
  const text = useCommandText();
  const format = useFormat();
  const shown = states.filter((state) => counts[state] > 0);
  return (
    <li className="flex flex-wrap gap-x-3">
      <span className="min-w-20 text-ink-3">{text.channels[counts.channel]}</span>
      {shown.map((state) => (
        <span key={state} className={state === 'failed' ? 'text-danger' : ''}>
          {format.number(counts[state])} {text.counts[state]}
        </span>
      ))}
    </li>
  );
}

function Retry({ id }: { id: string }) {
  const text = useCommandText();
  const { mutate, isPending } = useRetryFailed(id);
  return (
    <Button
      size="small"
      disabled={isPending}
      onClick={() =>
        mutate(undefined, {
          onSuccess: ({ retried }) => toast.success(text.retried(retried)),
          onError: () => toast.error(text.retryFailed),
        })
      }
    >
      {text.retry}
    </Button>
  );
}
