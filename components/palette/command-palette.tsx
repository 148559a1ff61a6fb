'use client';

import { Command } from 'cmdk';
import { useRouter } from 'next/navigation';
import { Dialog as Radix } from 'radix-ui';
import { useDeferredValue, useState } from 'react';
import { usePlaces } from '@/components/layout/places-context';
import { useReturnFocus } from '@/components/ui/use-return-focus';
import { useMe } from '@/lib/client/session/me-context';
import { useText } from '@/lib/client/text/text-context';
import { FoundAnnouncements, FoundPeople } from './found-groups';
import { PaletteGroup, PaletteItem } from './palette-items';
import { usePaletteActions } from './use-palette-actions';

interface CommandPaletteProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  onShowShortcuts: () => void;
}

/** Everything by typing: pages, what can be done, announcements, and for administrators people. */
export function CommandPalette({ open, onOpenChange, onShowShortcuts }: CommandPaletteProps) {
  const text = useText().palette;
  const returnFocus = useReturnFocus();
  return (
    <Radix.Root open={open} onOpenChange={onOpenChange}>
      <Radix.Portal>
        <Radix.Overlay className="fixed inset-0 z-40 bg-shade" />
        <Radix.Content
          {...returnFocus}
          aria-describedby={undefined}
          className="fixed inset-x-0 top-0 z-50 overflow-hidden bg-raised shadow-over max-md:bottom-0 md:inset-x-auto md:top-[12vh] md:left-1/2 md:w-2xl md:-translate-x-1/2 md:rounded-lg"
        >
          <Radix.Title className="sr-only">{text.title}</Radix.Title>
          <Palette onDone={() => onOpenChange(false)} onShowShortcuts={onShowShortcuts} />
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

interface PaletteProps {
  onDone: () => void;
  onShowShortcuts: () => void;
}

function Palette({ onDone, onShowShortcuts }: PaletteProps) {
  const me = useMe();
  const places = usePlaces();
  const router = useRouter();
  const { palette: text, layout } = useText();
  const [query, setQuery] = useState('');
  const searched = useDeferredValue(query.trim());
  const actions = usePaletteActions({ onShowShortcuts });
  const go = (href: string) => {
    onDone();
    router.push(href);
  };
  return (
    <Command label={text.title} loop className="flex h-full flex-col">
      <div className="flex items-center gap-2 border-b px-4">
        <Command.Input
          value={query}
          onValueChange={setQuery}
          placeholder={me.role === 'admin' ? text.placeholderAdmin : text.placeholder}
          className="h-13 min-w-0 grow bg-transparent text-md outline-none placeholder:text-ink-3"
        />
        <Radix.Close className="-mr-2 h-11 shrink-0 rounded-md px-2 text-sm text-ink-2 hover:bg-sunken">
          {layout.close}
        </Radix.Close>
      </div>
      <Command.List className="max-h-[min(24rem,60vh)] grow overflow-y-auto p-2 max-md:max-h-none">
        <Command.Empty className="p-4 text-ink-2">{text.nothing}</Command.Empty>
        <PaletteGroup heading={text.pages}>
          {places.map((place) => (
            <PaletteItem
              key={place.href}
              icon={{ drawn: place.icon }}
              words={layout.places[place.label]}
              keys={`g ${place.letter}`}
              onSelect={() => go(place.href)}
            />
          ))}
        </PaletteGroup>
        <PaletteGroup heading={text.actions}>
          {actions.map((action) => (
            <PaletteItem
              key={action.words}
              icon={action.icon}
              words={action.words}
              onSelect={() => {
                onDone();
                action.run();
              }}
            />
          ))}
        </PaletteGroup>
        <FoundAnnouncements query={searched} onGo={go} />
        {me.role === 'admin' && <FoundPeople query={searched} onDone={onDone} />}
      </Command.List>
    </Command>
  );
}
