'use client';

import { clsx } from 'clsx';
import { useFormat, useText } from '@/lib/client/text/text-context';
import type { Reach } from '@/lib/contracts/http/announcement';

const numbers = ['targeted', 'delivered', 'seen', 'acknowledged'] as const;

/** How far it has come: a number and a bar each, filling in as browsers answer. */
export function ReachBars({ reach }: { reach: Reach }) {
  const text = useText().reach;
  const format = useFormat();
  const { counts } = reach;
  const shown = numbers.filter((name) => name !== 'acknowledged' || reach.acknowledgement_required);
  const said = {
    targeted: format.number(counts.targeted),
    delivered: format.number(counts.delivered),
    seen: format.number(counts.seen),
    acknowledged: format.number(counts.acknowledged),
  };
  return (
    <>
      <p role="status" className="sr-only">
        {text.said(said)}
      </p>
      <dl className="grid grid-cols-2 gap-x-6 gap-y-5 md:auto-cols-fr md:grid-flow-col md:grid-cols-none">
        {shown.map((name) => (
          <div key={name} className="grid content-start gap-1.5">
            <dt className="text-sm text-ink-2">{text.numbers[name]}</dt>
            <dd className="flex items-baseline gap-2 tabular-nums">
              <span className="text-xl" data-reach={name}>
                {said[name]}
              </span>
              {name !== 'targeted' && (
                <span className="text-sm text-ink-3">
                  {format.percent(share(counts[name], counts.targeted))}
                </span>
              )}
            </dd>
            <dd aria-hidden="true">
              <Bar share={share(counts[name], counts.targeted)} isLive={name !== 'targeted'} />
            </dd>
          </div>
        ))}
      </dl>
    </>
  );
}

/** The width is an attribute of a shape: the page's policy allows no style of an element's own. */
function Bar({ share, isLive }: { share: number; isLive: boolean }) {
  return (
    <svg className="block h-1.5 w-full overflow-hidden rounded-full bg-sunken" aria-hidden="true">
      <rect
        height="100%"
        width={`${share * 100}%`}
        className={clsx(isLive ? 'fill-live' : 'fill-line-strong')}
      />
    </svg>
  );
}

const share = (part: number, whole: number): number => (whole === 0 ? 0 : Math.min(1, part / whole));
