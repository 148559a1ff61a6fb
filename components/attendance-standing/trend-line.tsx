const WIDTH = 96;
const HEIGHT = 32;

/** How a share has gone, from left to right, with the line that is to be kept. What it shows is said in words beside it. */
export function TrendLine({
  shares,
  goal,
  label,
}: {
  shares: readonly number[];
  goal: number;
  label: string;
}) {
  if (shares.length < 2) return null;
  const y = (share: number) => HEIGHT - 2 - (share / 100) * (HEIGHT - 4);
  const x = (place: number) => 2 + (place / (shares.length - 1)) * (WIDTH - 4);
  const points = shares.map((share, place) => `${x(place).toFixed(1)},${y(share).toFixed(1)}`).join(' ');
  const last = shares.at(-1) ?? 0;
  return (
    <svg role="img" aria-label={label} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} width={WIDTH} height={HEIGHT}>
      <line
        x1={0}
        x2={WIDTH}
        y1={y(goal)}
        y2={y(goal)}
        className="stroke-line-strong"
        strokeDasharray="3 3"
      />
      <polyline points={points} className="fill-none stroke-accent" strokeWidth={1.5} />
      <circle cx={x(shares.length - 1)} cy={y(last)} r={2.5} className="fill-accent" />
    </svg>
  );
}
