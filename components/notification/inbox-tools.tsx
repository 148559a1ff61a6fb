'use client';

import { useEffect, useRef, useState } from 'react';
import { Input } from '@/components/ui/controls';
import { SegmentedControl } from '@/components/ui/segmented-control';
import { useShortcuts } from '@/lib/client/keyboard/use-shortcuts';
import { inboxTabNames, mostLetters } from '@/lib/client/notification/inbox-place';
import { useText } from '@/lib/client/text/text-context';
import type { InboxMoves } from './use-inbox-place';

const typingPause = 250;

/** Which part of the inbox, and the words to look for in it. */
export function InboxTools({ moves: { place, show } }: { moves: InboxMoves }) {
  const text = useText().inbox;
  return (
    <div className="mb-3 flex flex-wrap items-center gap-2">
      <SegmentedControl
        label={text.show}
        options={inboxTabNames.map((value) => ({ value, label: text.tabs[value] }))}
        value={place.tab}
        onChange={(tab) => {
          show({ tab, open: null });
          window.scrollTo({ top: 0 });
        }}
      />
      <Search query={place.query} onChange={(query) => show({ query }, 'replace')} />
    </div>
  );
}

function Search({ query, onChange }: { query: string; onChange: (query: string) => void }) {
  const text = useText().inbox;
  const field = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState(query);
  const [last, setLast] = useState(query);
  // Another address, by "back" or by clearing the search: the field follows, unless it is what was just typed.
  if (query !== last) {
    setLast(query);
    if (query !== typed.trim()) setTyped(query);
  }
  const latest = useRef(onChange);
  useEffect(() => {
    latest.current = onChange;
  });
  useEffect(() => {
    const timer = setTimeout(() => latest.current(typed.trim()), typingPause);
    return () => clearTimeout(timer);
  }, [typed]);
  useShortcuts([{ keys: '/', label: text.keys.search, group: 'lists', run: () => field.current?.focus() }]);
  return (
    <Input
      ref={field}
      type="search"
      dir="auto"
      className="md:w-56"
      aria-label={text.search}
      placeholder={text.search}
      maxLength={mostLetters}
      value={typed}
      onChange={(event) => setTyped(event.target.value)}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        if (typed === '') field.current?.blur();
        setTyped('');
      }}
    />
  );
}
