'use client';

import { useRef } from 'react';
import { SearchField } from '@/components/ui/search-field';
import { SegmentedControl } from '@/components/ui/segmented-control';
import { useShortcuts } from '@/lib/client/keyboard/use-shortcuts';
import { inboxTabNames } from '@/lib/client/notification/inbox-place';
import { useText } from '@/lib/client/text/text-context';
import type { InboxMoves } from './use-inbox-place';

/** Which part of the inbox, and the words to look for in it. */
export function InboxTools({ moves: { place, show } }: { moves: InboxMoves }) {
  const text = useText().inbox;
  const field = useRef<HTMLInputElement>(null);
  useShortcuts([{ keys: '/', label: text.keys.search, group: 'lists', run: () => field.current?.focus() }]);
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
      <div className="w-full md:w-56">
        <SearchField
          ref={field}
          label={text.search}
          value={place.query}
          onSearch={(query) => show({ query }, 'replace')}
        />
      </div>
    </div>
  );
}
