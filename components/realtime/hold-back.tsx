'use client';

import { ArrowUp } from 'lucide-react';
import { useEffect, useState } from 'react';
import { Icon } from '@/components/ui/icon';
import { useOnFresh } from '@/lib/client/realtime/realtime-provider';
import { useText } from '@/lib/client/text/text-context';

const scrolledFrom = 160;

/**
 * Keeps what is being read in place: while the page is scrolled down, rows that arrive live wait behind a pill.
 * Gives the rows to show, and how many wait.
 */
export function useHoldBack<T extends { id: string }>(
  rows: T[],
): { shown: T[]; waiting: number; release: () => void } {
  const [known, setKnown] = useState<ReadonlySet<string>>(() => new Set());
  /** What waits, each with the row that was the last one on the page when it came. */
  const [held, setHeld] = useState<ReadonlyMap<string, string>>(() => new Map());
  const hasHeld = held.size > 0;
  // A list may be very long, and mostly nothing waits.
  const places = new Map(hasHeld ? rows.map((row, place) => [row.id, place]) : []);
  const placeOf = (id: string) => places.get(id) ?? -1;
  // A row behind all that was there moves nothing, so nobody has to wait for it: a further page may bring it.
  const isHeld = ({ id }: T) => !known.has(id) && placeOf(id) < placeOf(held.get(id) ?? '');

  useOnFresh((id) => {
    // A row that is on the page already has changed, not arrived.
    const isListed = rows.some((row) => row.id === id && !isHeld(row));
    const last = rows.at(-1);
    if (last && window.scrollY > scrolledFrom && !isListed) setHeld((all) => new Map(all).set(id, last.id));
  });

  const release = () => {
    setKnown((last) => new Set([...last, ...held.keys()]));
    setHeld(new Map());
  };
  useEffect(() => {
    if (!hasHeld) return;
    const onScroll = () => {
      if (window.scrollY < scrolledFrom) setHeld(new Map());
    };
    window.addEventListener('scroll', onScroll, { passive: true });
    return () => window.removeEventListener('scroll', onScroll);
  }, [hasHeld]);

  const waiting = hasHeld ? rows.filter(isHeld).length : 0;
  return { shown: waiting > 0 ? rows.filter((row) => !isHeld(row)) : rows, waiting, release };
}

/** "3 new": shows what waits, and goes to it. */
export function NewPill({ waiting, onShow }: { waiting: number; onShow: () => void }) {
  const text = useText().realtime;
  return (
    <div
      role="status"
      className="pointer-events-none sticky top-[calc(4rem+var(--urgent))] z-20 flex h-0 justify-center"
    >
      {waiting > 0 && (
        <button
          type="button"
          className="pointer-events-auto flex h-9 items-center gap-1.5 rounded-full bg-accent px-4 font-strong text-on-accent shadow-over hover:bg-accent-strong"
          onClick={() => {
            onShow();
            window.scrollTo({ top: 0 });
          }}
        >
          <Icon of={ArrowUp} />
          {text.waiting(waiting)}
        </button>
      )}
    </div>
  );
}
