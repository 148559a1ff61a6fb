'use client';

import { useRef, useState } from 'react';

export interface Selection {
  /** Boxes are shown. */
  readonly isOn: boolean;
  readonly ids: ReadonlySet<string>;
  open(): void;
  close(): void;
  /** In or out; `isRange`: all between this and the last one. */
  toggle(id: string, isRange?: boolean): void;
  take(ids: readonly string[]): void;
}

/** Which rows of a list are selected; what has left the list is not any more. */
export function useSelection(rows: readonly { readonly id: string }[]): Selection {
  const [chosen, setChosen] = useState<ReadonlySet<string> | null>(null);
  const last = useRef<string | null>(null);
  const ids = new Set(chosen === null ? [] : rows.filter((row) => chosen.has(row.id)).map((row) => row.id));
  return {
    isOn: chosen !== null,
    ids,
    open: () => setChosen(new Set()),
    close: () => setChosen(null),
    toggle: (id, isRange = false) => {
      const at = (wanted: string | null) => rows.findIndex((row) => row.id === wanted);
      const [from, to] = [at(last.current), at(id)].sort((a, b) => a - b);
      const isOn = !ids.has(id);
      const touched =
        isRange && from !== undefined && to !== undefined && from !== -1
          ? rows.slice(from, to + 1).map((row) => row.id)
          : [id];
      const next = new Set(ids);
      for (const each of touched) {
        if (isOn) next.add(each);
        else next.delete(each);
      }
      last.current = id;
      setChosen(next);
    },
    take: (all) => setChosen(new Set(all)),
  };
}
