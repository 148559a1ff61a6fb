'use client';

import { useQuery } from '@tanstack/react-query';
import { ErrorState, ListSkeleton } from '@/components/ui/list-states';
import { RelativeTime } from '@/components/ui/relative-time';
import { type TrailText, trailOptions, useTrailText } from '@/lib/client/notification/get-trail';
import { useFormat } from '@/lib/client/text/text-context';
import type { DeliveryTrail, InAppTrail } from '@/lib/contracts/http/notification-trail';

/** What has become of one of the reader's own notifications: each way, each state with its time. */
export function NotificationTrail({ id }: { id: string }) {
  const text = useTrailText();
  const { data, error, refetch } = useQuery(trailOptions(id));
  return (
    <section aria-label={text.title} className="mt-4 border-t pt-3 text-sm">
      <h3 className="mb-2 font-strong">{text.title}</h3>
      {!data && !error && <ListSkeleton label={text.loading} rows={1} />}
      {!data && error && <ErrorState title={text.failed} error={error} onRetry={() => void refetch()} />}
      {data && (
        <ul className="grid gap-3">
          {data.in_app && <Way name={text.channels.in_app} steps={stepsInApp(data.in_app, text)} />}
          {data.deliveries.map((delivery) => (
            <Way
              key={delivery.id}
              name={text.channels[delivery.channel]}
              steps={stepsOf(delivery, text)}
              note={noteOf(delivery, text)}
            />
          ))}
        </ul>
      )}
      {data?.in_app?.held_until && <Held until={data.in_app.held_until} />}
    </section>
  );
}

interface Step {
  readonly label: string;
  readonly at: string | null;
}

function Way({ name, steps, note }: { name: string; steps: readonly Step[]; note?: string }) {
  return (
    <li className="grid gap-x-4 sm:grid-cols-[8rem_minmax(0,1fr)]">
      <span className="text-ink-3">{name}</span>
      <div className="min-w-0">
        <ol className="flex flex-wrap gap-x-4 gap-y-1">
          {steps.map(({ label, at }) => (
            <li key={label}>
              {label} {at !== null && <RelativeTime at={at} className="text-ink-3" />}
            </li>
          ))}
        </ol>
        {note !== undefined && note !== '' && (
          <p className="text-ink-3 wrap-anywhere" dir="auto">
            {note}
          </p>
        )}
      </div>
    </li>
  );
}

function Held({ until }: { until: string }) {
  const text = useTrailText();
  const format = useFormat();
  return <p className="mt-2 text-ink-3">{text.held(format.dateTime(until))}</p>;
}

function stepsInApp(trail: InAppTrail, text: TrailText): Step[] {
  const delivered = trail.screen_count > 0 ? text.deliveredTo(trail.screen_count) : text.delivered;
  return [
    { label: text.queued, at: trail.queued_at },
    ...(trail.is_never_shown ? [{ label: text.never, at: null }] : []),
    ...reached(delivered, trail.delivered_at),
    ...reached(text.seen, trail.seen_at),
    ...reached(text.read, trail.read_at),
  ];
}

const stepsOf = (trail: DeliveryTrail, text: TrailText): Step[] => [
  { label: text.queued, at: trail.queued_at },
  ...reached(text.sent, trail.sent_at),
  ...reached(text.delivered, trail.delivered_at),
  ...reached(text.failedState, trail.failed_at),
  // The first try comes at once: only a later one is worth a word.
  ...(trail.attempt_count > 0 ? reached(text.nextTry, trail.next_try_at) : []),
];

const reached = (label: string, at: string | null): Step[] => (at === null ? [] : [{ label, at }]);

function noteOf({ error, attempt_count }: DeliveryTrail, text: TrailText): string {
  const reasons: Readonly<Record<string, string>> = text.reasons;
  const words = error === null ? [] : [reasons[error] ?? error];
  return [...(attempt_count > 1 ? [text.attempts(attempt_count)] : []), ...words].join(' · ');
}
