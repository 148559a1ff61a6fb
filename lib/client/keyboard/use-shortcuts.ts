'use client';

import { useEffect, useRef, useSyncExternalStore } from 'react';
import { createShortcutRegistry, type Shortcut } from './shortcut-registry';
import { areShortcutsOn, onShortcutsSwitched } from './shortcuts-preference';

/** One for the page: there is one keyboard. */
const registry = createShortcutRegistry(areShortcutsOn);

/** Shortcuts for as long as the component is there; the list of all shortcuts shows them by itself. */
export function useShortcuts(shortcuts: readonly Shortcut[]): void {
  const latest = useRef(shortcuts);
  useEffect(() => {
    latest.current = shortcuts;
  });
  const shown = shortcuts.map(({ keys, label, group }) => `${keys}\n${label}\n${group}`).join('\n\n');
  useEffect(() => {
    // What is shown decides whether the list is another one; what is run is always the latest.
    void shown;
    const ends = latest.current.map((shortcut, index) =>
      registry.add({ ...shortcut, run: () => latest.current[index]?.run() }),
    );
    return () => {
      for (const end of ends) end();
    };
  }, [shown]);
}

/** Hears the keyboard; rendered once, by the shell. */
export function useShortcutKeys(): void {
  useEffect(() => {
    document.addEventListener('keydown', registry.press);
    return () => document.removeEventListener('keydown', registry.press);
  }, []);
}

/** What can be pressed now. */
export function useAllShortcuts(): readonly Shortcut[] {
  return useSyncExternalStore(registry.all.subscribe, registry.all.get, registry.all.get);
}

/** Whether shortcuts of a bare key are on. */
export function useShortcutsOn(): boolean {
  return useSyncExternalStore(onShortcutsSwitched, areShortcutsOn, () => true);
}
