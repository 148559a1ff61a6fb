'use client';

import { clsx } from 'clsx';
import { useEffect, useState } from 'react';
import { useHasChanged } from '@/components/realtime/use-has-changed';
import { useReachText } from '@/lib/client/announcement/reach-text';
import { useFormat } from '@/lib/client/text/text-context';
import type { Reach, ReachCounts } from '@/lib/contracts/http/reach';

const steps = ['targeted', 'delivered', 'seen', 'acknowledged'] as const;
type Step = (typeof steps)[number];

/** How far it has come: a number and a bar each, filling in as browsers answer. */
export function ReachBars({ reach }: { reach: Reach }) {
  const { counts, acknowledgement_required } = reach;
  const shown = steps.filter((step) => step !== 'acknowledged' || acknowledgement_required);
  return (
    <>
      <SaidWhenAtRest reach={reach} />
      <dl className="grid grid-cols-2 gap-x-6 gap-y-5 md:auto-cols-fr md:grid-flow-col md:grid-cols-none">
        {shown.map((step) => (
          <ReachStep key={step} step={step} counts={counts} />
        ))}
      </dl>
    </>
  );
}

function ReachStep({ step, counts }: { step: Step; counts: ReachCounts }) {
  const text = useReachText();
  const format = useFormat();
  const isFresh = useHasChanged(counts[step]);
  const part = counts.targeted === 0 ? 0 : Math.min(1, counts[step] / counts.targeted);
  return (
    <div
      className={clsx('grid content-start gap-1.5', isFresh && 'washed')}
      data-fresh={isFresh || undefined}
    >
      <dt className="text-sm text-ink-2">
        {text.numbers[step]}
        {isFresh && <span className="ml-1.5 text-live">{text.changed}</span>}
      </dt>
      <dd className="flex items-baseline gap-2 tabular-nums">
        <span className="text-xl" data-reach={step}>
          {format.number(counts[step])}
        </span>
        {step !== 'targeted' && <span className="text-sm text-ink-3">{format.percent(part)}</span>}
      </dd>
      <dd aria-hidden="true">
        <Bar part={part} isLive={step !== 'targeted'} />
      </dd>
    </div>
  );
}

/** The width is an attribute of a shape: the page's policy allows no style of an element's own. */
function Bar({ part, isLive }: { part: number; isLive: boolean }) {
  return (
    <svg className="block h-1.5 w-full overflow-hidden rounded-full bg-sunken" aria-hidden="true">
      <rect height="100%" width={`${part * 100}%`} className={isLive ? 'fill-live' : 'fill-line-strong'} />
    </svg>
  );
}

/** Not every step of numbers that run is read out: what they are once they have come to rest for a while. */
const restFor = 3_000;

function SaidWhenAtRest({ reach }: { reach: Reach }) {
  const text = useReachText();
  const format = useFormat();
  const { targeted, delivered, seen, acknowledged } = reach.counts;
  const now = text.said({
    targeted: format.number(targeted),
    delivered: format.number(delivered),
    seen: format.number(seen),
    acknowledged: reach.acknowledgement_required ? format.number(acknowledged) : null,
  });
  const [said, setSaid] = useState(now);
  useEffect(() => {
    const timer = setTimeout(() => setSaid(now), restFor);
    return () => clearTimeout(timer);
  }, [now]);
  return (
    <p role="status" className="sr-only">
      {said}
    </p>
  );
}
