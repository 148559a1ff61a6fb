'use client';

import { Archive, CheckCheck, Inbox as InboxIcon, SearchX } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/list-states';
import type { InboxTab } from '@/lib/client/notification/inbox-place';
import { useText } from '@/lib/client/text/text-context';
import type { InboxMoves } from './use-inbox-place';

/** A part of the inbox without a row. */
export function NothingHere({ moves: { place, show } }: { moves: InboxMoves }) {
  const text = useText().inbox;
  if (place.query !== '')
    return (
      <EmptyState icon={SearchX} title={text.nothingFound(place.query)}>
        <Button size="small" className="mt-1" onClick={() => show({ query: '' })}>
          {text.showEverything}
        </Button>
      </EmptyState>
    );
  const other = { icon: InboxIcon, words: text.emptyTabs.other };
  const told: Partial<Record<InboxTab, typeof other>> = {
    all: { icon: InboxIcon, words: text.empty },
    unread: { icon: CheckCheck, words: text.allRead },
    urgent: { icon: CheckCheck, words: text.emptyTabs.urgent },
    archived: { icon: Archive, words: text.emptyTabs.archived },
  };
  const { icon, words } = told[place.tab] ?? other;
  return (
    <EmptyState icon={icon} title={words.title}>
      {words.text}
    </EmptyState>
  );
}
