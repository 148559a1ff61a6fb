'use client';

import { useQuery } from '@tanstack/react-query';
import { Badge } from '@/components/ui/badge';
import { ErrorState, ListSkeleton } from '@/components/ui/list-states';
import { RelativeTime } from '@/components/ui/relative-time';
import { channelsOptions, useChannelText } from '@/lib/client/notification-channel/list-channels';
import { useFormat } from '@/lib/client/text/text-context';
import type { ChannelHealth } from '@/lib/contracts/http/notification-channel';

/** How e-mail, push and text messages do, to administrators; without a title where what unfolds it has one. */
export function ChannelPanel({ hasTitle = true }: { hasTitle?: boolean }) {
  const text = useChannelText();
  const { data, error, refetch } = useQuery(channelsOptions);
  return (
    <section aria-label={text.title} className="mb-6">
      {hasTitle && <h2 className="mb-2 text-md">{text.title}</h2>}
      {!data && !error && <ListSkeleton label={text.loading} rows={3} />}
      {!data && error && <ErrorState title={text.failed} error={error} onRetry={() => void refetch()} />}
      {data && (
        <ul className="border-t">
          {data.items.map((channel) => (
            <Channel key={channel.channel} health={channel} />
          ))}
        </ul>
      )}
    </section>
  );
}

const tones = { closed: 'neutral', half_open: 'warn', open: 'danger' } as const;

function Channel({ health }: { health: ChannelHealth }) {
  const text = useChannelText();
  const format = useFormat();
  const { channel, breaker, open_until, last_error } = health;
  const figures = [
    [text.waiting, String(health.queued_count)],
    [text.sent, String(health.sent_count)],
    [text.failedCount, String(health.failed_count)],
  ] as const;
  const times = [
    [text.oldest, health.oldest_queued_at],
    [text.lastSuccess, health.last_success_at],
    [text.lastFailure, health.last_failure_at],
  ] as const;
  return (
    <li className="grid gap-1 border-b py-3">
      <p className="flex flex-wrap items-center gap-2">
        <span className="font-strong">{text.names[channel]}</span>
        <Badge tone={tones[breaker]}>{text.breakers[breaker]}</Badge>
        {breaker === 'open' && open_until !== null && (
          <span className="text-sm text-ink-3">{text.until(format.dateTime(open_until))}</span>
        )}
      </p>
      <dl className="flex flex-wrap gap-x-6 gap-y-1 text-sm">
        {figures.map(([label, value]) => (
          <div key={label} className="flex gap-2">
            <dt className="text-ink-3">{label}</dt>
            <dd className="tabular-nums">{value}</dd>
          </div>
        ))}
        {times.map(([label, at]) => (
          <div key={label} className="flex gap-2">
            <dt className="text-ink-3">{label}</dt>
            <dd>{at === null ? text.none : <RelativeTime at={at} />}</dd>
          </div>
        ))}
      </dl>
      {last_error !== null && breaker !== 'closed' && (
        <p className="text-sm text-ink-3 wrap-anywhere" dir="auto">
          {last_error}
        </p>
      )}
    </li>
  );
}
