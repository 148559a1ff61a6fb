'use client';

import { type RefObject, useRef } from 'react';
import { useText } from '../text/text-context';
import { useShortcuts } from './use-shortcuts';

/**
 * `j` and `k` go from row to row of a list; enter opens, since the row's link has the focus. Put the ref on the list; in
 * each row the first link or button with `data-row` (else the first link) is the one to go to. A list that renders only
 * some of its rows gives its own way to move.
 */
export function useListKeys<E extends HTMLElement = HTMLUListElement>(
  move?: (step: 1 | -1) => void,
): RefObject<E | null> {
  const list = useRef<E>(null);
  const text = useText().keyboard;
  const go = (step: 1 | -1) => {
    if (move) move(step);
    else if (list.current) moveFocus(list.current, step);
  };
  useShortcuts([
    { keys: 'j', label: text.nextRow, group: 'lists', run: () => go(1) },
    { keys: 'k', label: text.previousRow, group: 'lists', run: () => go(-1) },
  ]);
  return list;
}

/** From the row that has the focus to the next one; from elsewhere to the first one, or back to the last. */
export function moveFocus(list: HTMLElement, step: 1 | -1): void {
  const rows = [...list.children];
  const at = rows.findIndex((row) => row.contains(document.activeElement));
  const next = at === -1 ? (step === 1 ? 0 : rows.length - 1) : at + step;
  const target = rows[next]?.querySelector<HTMLElement>('[data-row], a[href]');
  target?.focus();
  target?.scrollIntoView({ block: 'nearest' });
}
