import { useEffect, useState } from 'react';
import type { DeskRow } from '@/lib/contracts/pushes/desk';
import { placeOf } from './desk-feed';

/** While `hold`, the rows stay as they are and what comes is counted. */
export function useHeldRows(
  rows: readonly DeskRow[],
  hold: boolean,
): { shown: readonly DeskRow[]; waiting: number } {
  const [held, setHeld] = useState<readonly DeskRow[] | null>(null);
  useEffect(() => {
    setHeld((last) => (hold ? (last ?? rows) : null));
  }, [hold, rows]);
  if (!hold || !held) return { shown: rows, waiting: 0 };
  return { shown: held, waiting: countNewer(rows, held) };
}

/** How many rows stand before the first one that is held. */
function countNewer(rows: readonly DeskRow[], held: readonly DeskRow[]): number {
  const first = held[0];
  if (!first) return rows.length;
  const at = rows.findIndex((row) => placeOf(row) === placeOf(first));
  return at === -1 ? rows.length : at;
}
