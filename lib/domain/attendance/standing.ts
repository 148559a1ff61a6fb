/** What a student has in a course: how many classes count, and the points they have brought (0 to 1 each). */
export interface Counted {
  readonly counted: number;
  readonly points: number;
}

export interface Standing {
  /** Of the classes that count so far, 0 to 100 with two decimals; null while none counts. */
  readonly percentage: number | null;
  /** What is reached by being present in every class that is still planned; null when there is none at all. */
  readonly best_percentage: number | null;
  /** How many of the planned classes can be missed without ending below the line; negative: it is out of reach by that many. */
  readonly can_miss: number;
  readonly is_below: boolean;
}

/**
 * Where a student stands who has `counted` classes behind and `remaining` before them, against a line in percent.
 * All is reckoned in whole hundredths of a point: what lies on the line is not below it.
 */
export function standingOf(total: Counted, remaining: number, threshold: number): Standing {
  const points = hundredths(total.points);
  const line = hundredths(threshold);
  const all = total.counted + remaining;
  // points / counted < line / 100, without a division: both sides are whole numbers.
  const isBelow = total.counted > 0 && points * 100 < line * total.counted;
  const spare = (points + remaining * 100) * 100 - line * all;
  return {
    percentage: percentOf(points, total.counted),
    best_percentage: percentOf(points + remaining * 100, all),
    can_miss: Math.min(remaining, Math.floor(spare / 10_000)),
    is_below: isBelow,
  };
}

/** Rounded down, so that nobody who is below a line is shown on it. */
function percentOf(points: number, classes: number): number | null {
  return classes === 0 ? null : Math.floor((points * 100) / classes) / 100;
}

const hundredths = (value: number): number => Math.round(value * 100);
