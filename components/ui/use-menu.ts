'use client';

import {
  type ComponentProps,
  type KeyboardEvent,
  type RefObject,
  useEffect,
  useId,
  useRef,
  useState,
} from 'react';
import { flushSync } from 'react-dom';
import { nextMenuItem } from './next-menu-item';

interface MenuParts {
  isOpen: boolean;
  /** Holds button and list: what is pressed outside of it closes the menu. */
  root: RefObject<HTMLDivElement | null>;
  button: ComponentProps<'button'>;
  list: ComponentProps<'div'>;
  choose: (act: () => void) => void;
}

/** Where the focus goes as the menu opens: by the keyboard to an item, by a pointer to the list. */
type Entry = 'first' | 'last' | 'list';

/** The pattern "menu button" of the ARIA practices. */
export function useMenu(): MenuParts {
  const [isOpen, setIsOpen] = useState(false);
  const root = useRef<HTMLDivElement>(null);
  const id = useId();

  const listElement = () => root.current?.querySelector<HTMLElement>('[role=menu]');
  const items = () => [
    ...(listElement()?.querySelectorAll<HTMLElement>('[role^=menuitem]:not([aria-disabled=true])') ?? []),
  ];
  function open(entry: Entry): void {
    flushSync(() => setIsOpen(true));
    const target = { first: items()[0], last: items().at(-1), list: undefined }[entry];
    (target ?? listElement())?.focus({ preventScroll: true });
  }
  function close(): void {
    root.current?.querySelector<HTMLElement>('[aria-haspopup=menu]')?.focus();
    setIsOpen(false);
  }

  useEffect(() => {
    if (!isOpen) return;
    const closeOutside = ({ target }: Event) => {
      if (target instanceof Node && !root.current?.contains(target)) setIsOpen(false);
    };
    document.addEventListener('pointerdown', closeOutside);
    document.addEventListener('focusin', closeOutside);
    return () => {
      document.removeEventListener('pointerdown', closeOutside);
      document.removeEventListener('focusin', closeOutside);
    };
  }, [isOpen]);

  function onListKey(event: KeyboardEvent): void {
    const next = nextMenuItem(items(), document.activeElement, event);
    // After Tab the page goes on from the button.
    if (event.key === 'Tab' || event.key === 'Escape') close();
    next?.focus();
    if (next || event.key === 'Escape') event.preventDefault();
  }

  return {
    isOpen,
    root,
    button: {
      id: `${id}button`,
      'aria-haspopup': 'menu',
      'aria-expanded': isOpen,
      ...(isOpen ? { 'aria-controls': `${id}list` } : {}),
      onClick: (event) => {
        // No detail: the keyboard, or what stands in for it.
        if (isOpen) close();
        else open(event.detail === 0 ? 'first' : 'list');
      },
      onKeyDown: (event) => {
        if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
        event.preventDefault();
        open(event.key === 'ArrowDown' ? 'first' : 'last');
      },
    },
    list: {
      id: `${id}list`,
      role: 'menu',
      tabIndex: -1,
      'aria-labelledby': `${id}button`,
      onKeyDown: onListKey,
      onPointerMove: ({ target }) => {
        if (!(target instanceof Element)) return;
        items()
          .find((item) => item.contains(target))
          ?.focus({ preventScroll: true });
      },
    },
    choose: (act) => {
      close();
      act();
    },
  };
}
