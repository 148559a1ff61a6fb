import type { DeadLetterView, DeskRow } from '@/lib/contracts/pushes/desk';

export type Histogram = readonly { readonly value: string; readonly count: number }[];
export type DeadLetterFacet = 'failure_class' | 'reason' | 'group' | 'original_topic';
export const deadLetterFacets: readonly DeadLetterFacet[] = [
  'failure_class',
  'reason',
  'group',
  'original_topic',
];

/** What the user has picked in the histograms: a value a facet, or none. */
export type PickedReasons = Readonly<Partial<Record<DeadLetterFacet, string>>>;

/** How often each value of a facet stands in the dead letters, the most frequent first. */
export function countReasons(rows: readonly DeskRow[], facet: DeadLetterFacet): Histogram {
  const counts = new Map<string, number>();
  for (const { dead_letter: letter } of rows) {
    if (!letter) continue;
    counts.set(letter[facet], (counts.get(letter[facet]) ?? 0) + 1);
  }
  return [...counts]
    .map(([value, count]) => ({ value, count }))
    .sort((a, b) => b.count - a.count || a.value.localeCompare(b.value));
}

export function matchesReasons(letter: DeadLetterView | null, picked: PickedReasons): boolean {
  return (
    letter !== null && deadLetterFacets.every((facet) => (picked[facet] ?? letter[facet]) === letter[facet])
  );
}
