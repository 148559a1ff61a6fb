'use client';

import { useQuery } from '@tanstack/react-query';
import { FileQuestion } from 'lucide-react';
import Link from 'next/link';
import { useSearchParams } from 'next/navigation';
import { EmptyState, ErrorState, ListSkeleton } from '@/components/ui/list-states';
import { tailHref } from '@/lib/client/event-desk/desk-address';
import { type DeskText, useDeskText } from '@/lib/client/event-desk/desk-text';
import { traceOptions } from '@/lib/client/event-desk/get-trace';
import { ApiProblem } from '@/lib/client/http/api-problem';
import { useFormat } from '@/lib/client/text/text-context';
import type { Trace, TraceStep } from '@/lib/contracts/http/trace';
import { DeskFrame } from './desk-frame';
import { TraceStepRow } from './trace-step-row';

/** From a request to every screen. It goes on growing while screens answer. */
export function TracePage({ correlationId }: { correlationId: string }) {
  const text = useDeskText();
  const userId = useSearchParams().get('user_id');
  const { data, error, isPending, refetch } = useQuery(traceOptions(correlationId, userId));
  const isUnknown = error instanceof ApiProblem && error.code === 'resource.not_found';
  return (
    <DeskFrame page="trace">
      <div className="grid gap-4 border-t pt-3">
        <p className="flex flex-wrap items-baseline gap-x-4">
          <span className="font-mono wrap-anywhere">{correlationId}</span>
          <Link href={tailHref(correlationId)} className="py-1 text-accent hover:underline">
            {text.trace.inTail}
          </Link>
        </p>
        {isPending && <ListSkeleton label={text.trace.loading} rows={6} />}
        {isUnknown && !data && (
          <EmptyState icon={FileQuestion} title={text.trace.none.title}>
            {text.trace.none.text}
          </EmptyState>
        )}
        {error && !isUnknown && !data && (
          <ErrorState title={text.trace.failed} error={error} onRetry={() => void refetch()} />
        )}
        {data && <TimeLine trace={data} text={text} />}
      </div>
    </DeskFrame>
  );
}

function TimeLine({ trace, text }: { trace: Trace; text: DeskText }) {
  const format = useFormat();
  const times = trace.steps.flatMap(({ at }) => (at === null ? [] : [Date.parse(at)]));
  const whole = times.length > 1 ? Math.max(...times) - Math.min(...times) : 0;
  const longest = Math.max(1, ...trace.steps.map(({ ms }) => ms ?? 0));
  return (
    <>
      {trace.notifications.map((sent) => (
        <div key={sent.id} className="flex flex-wrap gap-x-8 gap-y-2">
          <dl className="flex flex-wrap gap-x-8 gap-y-2">
            {(['recipients', 'delivered', 'seen', 'read', 'screens'] as const).map((sum) => (
              <div key={sum}>
                <dt className="text-sm text-ink-3">{text.trace.sums[sum]}</dt>
                <dd className="text-md font-strong">{format.number(sent[sum])}</dd>
              </div>
            ))}
          </dl>
          {sent.first_ms !== null && sent.median_ms !== null && sent.last_ms !== null && (
            <p className="self-end text-sm text-ink-2">
              {text.trace.took(...numbers(format.number, sent.first_ms, sent.median_ms, sent.last_ms))}
            </p>
          )}
        </div>
      ))}
      <ol aria-label={text.trace.label} className="border-t">
        {trace.steps.map((step, place) => (
          <TraceStepRow
            key={keyOf(step)}
            step={step}
            depth={depthOf(trace.steps, place)}
            longest={longest}
            text={text}
          />
        ))}
      </ol>
      <div className="grid max-w-prose gap-1 text-sm text-ink-3">
        {whole > 0 && <p className="text-ink-2">{text.trace.total(format.number(whole))}</p>}
        {trace.notifications
          .filter((sent) => sent.screens > sent.shown_screens)
          .map((sent) => (
            <p key={sent.id}>{text.trace.moreScreens(format.number(sent.screens - sent.shown_screens))}</p>
          ))}
        {trace.more_events > 0 && <p>{text.trace.moreEvents(format.number(trace.more_events))}</p>}
        <p>{text.trace.clock}</p>
      </div>
    </>
  );
}

const numbers = (
  format: (value: number) => string,
  first: number,
  median: number,
  last: number,
): [string, string, string] => [format(first), format(median), format(last)];

const keyOf = ({ kind, event_id, group, notification_id, user_id, session_id }: TraceStep) =>
  [kind, event_id, group, notification_id, user_id, session_id].join(' ');

/** A step that several others follow begins a branch; a step alone goes on in the line it came from. */
function depthOf(steps: Trace['steps'], place: number): number {
  const after = steps[place]?.after ?? null;
  if (after === null) return 0;
  const siblings = steps.filter((step) => step.after === after).length;
  return depthOf(steps, after) + (siblings > 1 ? 1 : 0);
}
