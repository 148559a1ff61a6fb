'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { usePlaces } from '@/components/layout/places-context';
import { SearchButton } from '@/components/palette/search-button';
import { useFetchedPart } from '@/components/ui/use-fetched-part';
import { useShortcutKeys, useShortcuts } from '@/lib/client/keyboard/use-shortcuts';
import { useText } from '@/lib/client/text/text-context';

const fetchPalette = () =>
  import('@/components/palette/command-palette').then((module) => module.CommandPalette);
const fetchHelp = () => import('./shortcut-help').then((module) => module.ShortcutHelp);

type Over = 'palette' | 'help';

/** What the keyboard can do on every page: go to pages, open the palette, show all shortcuts. In the header its button. */
export function Keyboard() {
  const { layout, keyboard: text } = useText();
  const router = useRouter();
  const places = usePlaces();
  const [open, setOpen] = useState<Over | null>(null);
  const close = (isOpen: boolean) => !isOpen && setOpen(null);
  // What has been open stays, closed, so that it can give the focus back.
  const partOf = (over: Over) => ({ isWanted: open === over, onFailed: () => close(false) });
  const CommandPalette = useFetchedPart(fetchPalette, partOf('palette'));
  const ShortcutHelp = useFetchedPart(fetchHelp, partOf('help'));

  useShortcutKeys();
  useShortcuts([
    { keys: 'mod+k', label: text.openPalette, group: 'anywhere', run: () => setOpen('palette') },
    { keys: '?', label: text.showAll, group: 'anywhere', run: () => setOpen('help') },
    ...places.map(({ letter, label, href }) => ({
      keys: `g ${letter}`,
      label: layout.places[label],
      group: 'pages' as const,
      run: () => router.push(href),
    })),
  ]);
  return (
    <>
      <SearchButton onOpen={() => setOpen('palette')} />
      {CommandPalette && (
        <CommandPalette
          open={open === 'palette'}
          onOpenChange={close}
          onShowShortcuts={() => setOpen('help')}
        />
      )}
      {ShortcutHelp && <ShortcutHelp open={open === 'help'} onOpenChange={close} />}
    </>
  );
}
