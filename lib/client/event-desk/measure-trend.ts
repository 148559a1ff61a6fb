import type { DeskLag } from '@/lib/contracts/pushes/desk';

export interface LagSample {
  readonly at: number;
  readonly totals: Readonly<Record<string, number>>;
}

/** What a trend looks back on: at a look every two seconds, five minutes. */
const MOST_SAMPLES = 150;

export function addSample(samples: readonly LagSample[], lag: DeskLag): LagSample[] {
  const totals = Object.fromEntries(lag.groups.map(({ group_id, total }) => [group_id, total]));
  return [...samples, { at: Date.parse(lag.measured_at), totals }].slice(-MOST_SAMPLES);
}

/** The points of a line in a box, for an SVG polyline; a flat line at the bottom when there never was a lag. */
export function linePoints(values: readonly number[], width: number, height: number): string {
  const most = Math.max(1, ...values);
  const step = values.length > 1 ? width / (values.length - 1) : 0;
  return values
    .map((value, place) => `${round(place * step)},${round(height - (value / most) * height)}`)
    .join(' ');
}

const round = (value: number) => Math.round(value * 10) / 10;
