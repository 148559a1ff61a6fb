/**
 * Measures two things in turns, so that whatever else the machine does meets both: A B, B A, A B ...
 * The first round of each warms up and does not count.
 */
export async function inTurns(
  rounds: number,
  measure: { ours: () => Promise<number>; baseline: () => Promise<number> },
): Promise<{ ours: number; baseline: number }> {
  const taken = { ours: [] as number[], baseline: [] as number[] };
  for (let round = 0; round <= rounds; round += 1) {
    const order = round % 2 === 0 ? (['ours', 'baseline'] as const) : (['baseline', 'ours'] as const);
    for (const side of order) {
      const value = await measure[side]();
      if (round > 0) taken[side].push(value);
    }
  }
  return { ours: median(taken.ours), baseline: median(taken.baseline) };
}

export const median = (values: readonly number[]): number => quantile(values, 0.5);

export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const value = sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
  if (value === undefined) throw new Error('nothing was measured');
  return value;
}

/** Seconds that `work` takes. */
export async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return (performance.now() - started) / 1000;
}

/** Waits until `check` holds; a benchmark's own limit ends a wait that is in vain. */
export async function until(check: () => boolean | Promise<boolean>, everyMs = 5): Promise<void> {
  while (!(await check())) await new Promise((resolve) => setTimeout(resolve, everyMs));
}
