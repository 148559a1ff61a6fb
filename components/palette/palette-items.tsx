'use client';

import { Command } from 'cmdk';
import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { Keys } from '@/components/keyboard/shortcut-help';
import { Icon } from '@/components/ui/icon';
import type { DrawnIcon } from '@/components/ui/menu';

export function PaletteGroup({ heading, children }: { heading: string; children: ReactNode }) {
  return (
    <Command.Group
      heading={heading}
      className="**:[[cmdk-group-heading]]:px-2.5 **:[[cmdk-group-heading]]:pt-2 **:[[cmdk-group-heading]]:pb-1 **:[[cmdk-group-heading]]:text-xs **:[[cmdk-group-heading]]:text-ink-3"
    >
      {children}
    </Command.Group>
  );
}

interface PaletteItemProps {
  icon: LucideIcon | DrawnIcon;
  /** What it is found by. */
  words: string;
  /** What tells it from another one of the same words. */
  id?: string;
  detail?: string;
  keys?: string;
  /** What the server found it by: shown for that, also where the words do not hold it. */
  foundBy?: string;
  onSelect: () => void;
}

export function PaletteItem({ icon, words, id, detail, keys, foundBy, onSelect }: PaletteItemProps) {
  return (
    <Command.Item
      value={id ?? words}
      keywords={foundBy === undefined ? [words] : [words, foundBy]}
      className="flex min-h-11 cursor-pointer items-center gap-2.5 rounded-sm px-2.5 aria-selected:bg-accent-tint md:min-h-9"
      onSelect={onSelect}
    >
      <span className="shrink-0 text-ink-3">{'drawn' in icon ? icon.drawn : <Icon of={icon} />}</span>
      <bdi className="min-w-0 grow truncate">{words}</bdi>
      {detail !== undefined && <span className="shrink-0 text-sm text-ink-2">{detail}</span>}
      {keys !== undefined && (
        <span aria-hidden="true" className="max-md:hidden">
          <Keys keys={keys} />
        </span>
      )}
    </Command.Item>
  );
}
