'use client';

import { clsx } from 'clsx';
import {
  countReasons,
  type DeadLetterFacet,
  deadLetterFacets,
  matchesReasons,
  type PickedReasons,
} from '@/lib/client/event-desk/count-reasons';
import type { DeskText } from '@/lib/client/event-desk/desk-text';
import { useFormat } from '@/lib/client/text/text-context';
import type { DeskRow } from '@/lib/contracts/pushes/desk';

interface ReasonBarsProps {
  rows: readonly DeskRow[];
  picked: PickedReasons;
  text: DeskText;
  onPick: (picked: PickedReasons) => void;
}

const MOST_BARS = 8;

/** Why dead letters failed, as bars to pick from; each facet is counted under what is picked in the others. */
export function ReasonBars({ rows, picked, text, onPick }: ReasonBarsProps) {
  const format = useFormat();
  return (
    <div className="grid content-start gap-4 text-sm">
      <p className="text-ink-3">{text.deadLetters.of(format.number(rows.length))}</p>
      {deadLetterFacets.map((facet) => (
        <Bars key={facet} {...{ facet, rows, picked, text, onPick }} />
      ))}
    </div>
  );
}

function Bars({ facet, rows, picked, text, onPick }: ReasonBarsProps & { facet: DeadLetterFacet }) {
  const format = useFormat();
  const { [facet]: own, ...others } = picked;
  const bars = countReasons(
    rows.filter((row) => matchesReasons(row.dead_letter, others)),
    facet,
  );
  const most = bars[0]?.count ?? 1;
  if (bars.length === 0) return null;
  return (
    <section className="grid gap-1">
      <h3 className="font-strong">{text.deadLetters.facet[facet]}</h3>
      <ul className="grid gap-0.5">
        {bars.slice(0, MOST_BARS).map(({ value, count }) => (
          <li key={value}>
            <button
              type="button"
              aria-pressed={own === value}
              onClick={() => onPick(own === value ? others : { ...picked, [facet]: value })}
              className={clsx(
                'relative flex min-h-7 w-full items-center justify-between gap-2 rounded-sm px-2 py-1 text-left -outline-offset-2',
                own === value ? 'bg-accent-tint text-accent' : 'hover:bg-sunken',
              )}
            >
              <span className="min-w-0 font-mono text-xs wrap-anywhere">
                {value || text.deadLetters.notSaid}
              </span>
              <span>{format.number(count)}</span>
              <span
                aria-hidden="true"
                className="absolute bottom-0 left-0 h-0.5 rounded-full bg-warn"
                style={{ width: `${(count / most) * 100}%` }}
              />
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
