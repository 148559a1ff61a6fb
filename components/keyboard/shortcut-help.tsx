'use client';

import { Dialog } from '@/components/ui/dialog';
import type { Shortcut, ShortcutGroup } from '@/lib/client/keyboard/shortcut-registry';
import { useAllShortcuts, useShortcutsOn } from '@/lib/client/keyboard/use-shortcuts';
import { useText } from '@/lib/client/text/text-context';

const groups: readonly ShortcutGroup[] = ['anywhere', 'pages', 'lists'];

interface ShortcutHelpProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
}

/** All that can be pressed on this page, as the registry knows it. */
export function ShortcutHelp({ open, onOpenChange }: ShortcutHelpProps) {
  const text = useText().keyboard;
  const isOn = useShortcutsOn();
  const all = useAllShortcuts();
  const lists = all.some((each) => each.group === 'lists')
    ? [{ keys: 'Enter', label: text.openRow, group: 'lists' as const }]
    : [];
  const shown = [...new Map([...all, ...lists].map((each) => [each.keys, each])).values()];
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={text.title}
      close={text.close}
      isWide
      {...(isOn ? {} : { description: text.off })}
    >
      <div className="grid gap-6 md:grid-cols-2">
        {groups.map((group) => (
          <ShortcutSection
            key={group}
            title={text.groups[group]}
            shortcuts={shown.filter((each) => each.group === group)}
          />
        ))}
      </div>
    </Dialog>
  );
}

type Shown = Pick<Shortcut, 'keys' | 'label'>;

function ShortcutSection({ title, shortcuts }: { title: string; shortcuts: readonly Shown[] }) {
  if (shortcuts.length === 0) return null;
  return (
    <section aria-label={title} className="min-w-0">
      <h3 className="border-b pb-1.5 text-sm text-ink-3">{title}</h3>
      <dl>
        {shortcuts.map(({ keys, label }) => (
          <div key={keys} className="flex items-center justify-between gap-4 border-b py-1.5">
            <dt className="min-w-0">{label}</dt>
            <dd className="shrink-0">
              <Keys keys={keys} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

/** "g i" as two keys one after the other, "mod+k" as two at once. */
export function Keys({ keys }: { keys: string }) {
  const text = useText().keyboard;
  const isMac = /mac|iphone|ipad/i.test(navigator.userAgent);
  const named: Record<string, string> = { mod: isMac ? '⌘' : text.control, Enter: text.enter };
  return (
    <span className="flex items-center gap-1">
      {keys.split(' ').map((press, index) => (
        <span key={press} className="flex items-center gap-1">
          {index > 0 && <span className="text-xs text-ink-3">{text.andThen}</span>}
          {press.split('+').map((key) => (
            <kbd
              key={key}
              className="grid h-6 min-w-6 place-items-center rounded-sm border border-line-strong bg-sunken px-1.5 font-mono text-xs"
            >
              {named[key] ?? key}
            </kbd>
          ))}
        </span>
      ))}
    </span>
  );
}
