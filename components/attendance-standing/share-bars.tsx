import { clsx } from 'clsx';

interface Bar {
  readonly id: string;
  readonly label: string;
  /** 0 to 100; `null`: of nothing. */
  readonly share: number | null;
}

const HEIGHT = 96;
const STEP = 18;

/** Shares beside each other, with the line that is to be kept. A table beside it says the same in numbers. */
export function ShareBars({ bars, goal, label }: { bars: readonly Bar[]; goal: number; label: string }) {
  const width = Math.max(bars.length * STEP, 120);
  const y = (share: number) => HEIGHT - (share / 100) * HEIGHT;
  return (
    // Wider than the screen it scrolls by itself, also with the keyboard.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by key
    <section aria-label={label} tabIndex={0} className="overflow-x-auto pb-1">
      <svg role="img" aria-label={label} viewBox={`0 0 ${width} ${HEIGHT}`} width={width} height={HEIGHT}>
        <line x1={0} x2={width} y1={HEIGHT - 0.5} y2={HEIGHT - 0.5} className="stroke-line-strong" />
        {bars.map(({ id, label: name, share }, place) => (
          <rect
            key={id}
            x={place * STEP + 2}
            y={y(share ?? 0)}
            width={STEP - 6}
            height={((share ?? 0) / 100) * HEIGHT}
            className={clsx(share !== null && share < goal ? 'fill-warn' : 'fill-accent')}
          >
            <title>{`${name}: ${share ?? '-'}`}</title>
          </rect>
        ))}
        <line x1={0} x2={width} y1={y(goal)} y2={y(goal)} className="stroke-ink-3" strokeDasharray="3 3" />
      </svg>
    </section>
  );
}
