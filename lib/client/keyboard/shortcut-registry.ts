import { createStore } from '../realtime/create-store';

/** Headings of the list of all shortcuts. */
export type ShortcutGroup = 'anywhere' | 'pages' | 'lists';

export interface Shortcut {
  /** `mod+k` (ctrl, or cmd on a Mac), one key, or two after each other: `g i`. */
  keys: string;
  label: string;
  group: ShortcutGroup;
  run: () => void;
}

/** What the registry needs of a key press. */
type Press = Pick<
  KeyboardEvent,
  'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'isComposing' | 'defaultPrevented' | 'target' | 'preventDefault'
>;

const sequenceWithin = 1_500;

/**
 * All shortcuts of what is on screen. None fires while something is typed, nor in an open dialog or menu; those of a
 * bare key only while `isOn` (WCAG 2.1.4). Where two have the same keys, the one that came last is meant.
 */
export function createShortcutRegistry(isOn: () => boolean, now: () => number = Date.now) {
  const all = createStore<readonly Shortcut[]>([]);
  let begun: { key: string; at: number } | undefined;

  function find(keys: string): Shortcut | undefined {
    return all.get().findLast((each) => each.keys === keys);
  }

  return {
    all,
    add(shortcut: Shortcut): () => void {
      all.set([...all.get(), shortcut]);
      return () => all.set(all.get().filter((each) => each !== shortcut));
    },
    press(event: Press): void {
      if (event.defaultPrevented || event.isComposing || event.altKey || isElsewhere(event.target)) return;
      const mod = event.ctrlKey || event.metaKey;
      if (!mod && !isOn()) return;
      const last = begun && now() - begun.at < sequenceWithin ? begun.key : undefined;
      begun = undefined;
      const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
      const shortcut = (mod ? undefined : last && find(`${last} ${key}`)) ?? find(mod ? `mod+${key}` : key);
      if (shortcut) {
        event.preventDefault();
        shortcut.run();
      } else if (!mod && all.get().some(({ keys }) => keys.startsWith(`${key} `))) {
        begun = { key, at: now() };
      }
    },
  };
}

const elsewhere =
  'input, textarea, select, [contenteditable]:not([contenteditable=false]), [role=dialog], [role=alertdialog], ' +
  '[role=menu], [role=listbox], [role=combobox], [role=textbox]';

/** Keys typed here have a meaning of their own. */
function isElsewhere(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest(elsewhere) !== null;
}
