'use client';

import dynamic from 'next/dynamic';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { placesOf } from '@/components/layout/places';
import { SearchButton } from '@/components/palette/search-button';
import { useShortcutKeys, useShortcuts } from '@/lib/client/keyboard/use-shortcuts';
import { useMe } from '@/lib/client/session/me-context';
import { useText } from '@/lib/client/text/text-context';

/** Fetched when they are first asked for. */
const CommandPalette = dynamic(
  () => import('@/components/palette/command-palette').then((module) => module.CommandPalette),
  { ssr: false },
);
const ShortcutHelp = dynamic(() => import('./shortcut-help').then((module) => module.ShortcutHelp), {
  ssr: false,
});

type Over = 'palette' | 'help';

/** What the keyboard can do on every page: go to pages, open the palette, show all shortcuts. In the header its button. */
export function Keyboard() {
  const { layout, keyboard: text } = useText();
  const router = useRouter();
  const places = placesOf(useMe());
  const [open, setOpen] = useState<Over | null>(null);
  /** What has been open stays, closed, so that it can give the focus back. */
  const [used, setUsed] = useState<ReadonlySet<Over>>(() => new Set());
  const show = (over: Over) => {
    setUsed((last) => new Set([...last, over]));
    setOpen(over);
  };
  const close = (isOpen: boolean) => !isOpen && setOpen(null);

  useShortcutKeys();
  useShortcuts([
    { keys: 'mod+k', label: text.openPalette, group: 'anywhere', run: () => show('palette') },
    { keys: '?', label: text.showAll, group: 'anywhere', run: () => show('help') },
    ...places.map(({ letter, label, href }) => ({
      keys: `g ${letter}`,
      label: layout.places[label],
      group: 'pages' as const,
      run: () => router.push(href),
    })),
  ]);
  return (
    <>
      <SearchButton onOpen={() => show('palette')} />
      {used.has('palette') && (
        <CommandPalette open={open === 'palette'} onOpenChange={close} onShowShortcuts={() => show('help')} />
      )}
      {used.has('help') && <ShortcutHelp open={open === 'help'} onOpenChange={close} />}
    </>
  );
}
