'use client';

import { useVirtualizer } from '@tanstack/react-virtual';
import { ArrowUp } from 'lucide-react';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { Icon } from '@/components/ui/icon';
import { placeOf } from '@/lib/client/event-desk/desk-feed';
import type { DeskText } from '@/lib/client/event-desk/desk-text';
import { useHeldRows } from '@/lib/client/event-desk/use-held-rows';
import { useFormat } from '@/lib/client/text/text-context';
import type { DeskRow } from '@/lib/contracts/pushes/desk';
import { EventRow } from './event-row';

interface EventListProps {
  rows: readonly DeskRow[];
  label: string;
  text: DeskText;
  paused: boolean;
  openPlace: string | null;
  onOpen: (row: DeskRow) => void;
  onPause: () => void;
}

const ROW_HEIGHT = 32;
const steps: Readonly<Record<string, number>> = {
  j: 1,
  ArrowDown: 1,
  k: -1,
  ArrowUp: -1,
  PageDown: 20,
  PageUp: -20,
};

/** The rows, newest first. They stay where they are while somebody reads: scrolled down, or with the pointer on them. */
export function EventList({ rows, label, text, paused, openPlace, onOpen, onPause }: EventListProps) {
  const format = useFormat();
  const scroller = useRef<HTMLDivElement>(null);
  const [isScrolled, setIsScrolled] = useState(false);
  const [isPointed, setIsPointed] = useState(false);
  const { shown, waiting } = useHeldRows(rows, paused || isScrolled || isPointed);
  const [activePlace, setActivePlace] = useState<string | null>(null);
  const moves = useRef(false);
  const found = shown.findIndex((row) => placeOf(row) === (activePlace ?? openPlace));
  const active = found === -1 ? 0 : found;
  const virtual = useVirtualizer({
    count: shown.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    getItemKey: (index) => placeOf(shown[index] ?? { topic: '', partition: index, offset: '' }),
    overscan: 12,
  });

  function move(to: number): void {
    const next = shown[Math.max(0, Math.min(shown.length - 1, to))];
    if (!next) return;
    moves.current = true;
    setActivePlace(placeOf(next));
    virtual.scrollToIndex(shown.indexOf(next));
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'p') onPause();
    const step = steps[event.key];
    const edge = { Home: 0, End: shown.length - 1 }[event.key];
    if (step === undefined && edge === undefined) return;
    event.preventDefault();
    move(edge ?? active + (step ?? 0));
  }

  const activeRow = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (!moves.current || !activeRow.current) return;
    moves.current = false;
    activeRow.current.focus({ preventScroll: true });
  });

  return (
    <div className="relative flex min-h-0 grow flex-col">
      <p role="status" className="pointer-events-none absolute inset-x-0 top-2 z-10 flex h-0 justify-center">
        {waiting > 0 && (
          <button
            type="button"
            className="pointer-events-auto flex h-8 items-center gap-1.5 rounded-full bg-accent px-3.5 text-sm font-strong text-on-accent shadow-over hover:bg-accent-strong"
            onClick={() => {
              if (paused) onPause();
              setIsPointed(false);
              setIsScrolled(false);
              scroller.current?.scrollTo({ top: 0 });
            }}
          >
            <Icon of={ArrowUp} />
            {text.tail.waiting(waiting)}
          </button>
        )}
      </p>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the rows inside are buttons; keys only move between them */}
      <div
        ref={scroller}
        className="min-h-0 grow overflow-y-auto overscroll-contain"
        onScroll={(event) => setIsScrolled(event.currentTarget.scrollTop > ROW_HEIGHT / 2)}
        onPointerEnter={(event) => setIsPointed(event.pointerType === 'mouse')}
        onPointerLeave={() => setIsPointed(false)}
        onKeyDown={onKeyDown}
      >
        <ul aria-label={label} className="relative" style={{ height: virtual.getTotalSize() }}>
          {virtual.getVirtualItems().map((item) => {
            const row = shown[item.index];
            if (!row) return null;
            const place = placeOf(row);
            return (
              <li
                key={item.key}
                className="absolute inset-x-0 top-0"
                style={{ transform: `translateY(${item.start}px)` }}
                aria-setsize={shown.length}
                aria-posinset={item.index + 1}
              >
                <EventRow
                  ref={item.index === active ? activeRow : null}
                  row={row}
                  text={text}
                  timeZone={format.timeZone}
                  isOpen={place === openPlace}
                  isActive={item.index === active}
                  onOpen={() => {
                    setActivePlace(place);
                    onOpen(row);
                  }}
                />
              </li>
            );
          })}
        </ul>
      </div>
    </div>
  );
}
