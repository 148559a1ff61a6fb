import type { ReactNode } from 'react';

/** A short message that comes by itself and goes by itself. */
export interface Toast {
  readonly id: string;
  /** A failure is read out at once, all else when the reader pauses. */
  readonly isFailure: boolean;
  readonly content: ReactNode;
  /** Every showing of the same id counts anew how long it stays. */
  readonly showing: number;
}

/** More would cover what they tell of; the oldest goes. */
const MOST = 3;

let toasts: readonly Toast[] = [];
let showings = 0;
const listeners = new Set<() => void>();

/** What is shown now, oldest first, to be watched with `useSyncExternalStore`. */
export const toastStore = {
  get: () => toasts,
  subscribe: (listener: () => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
};

/** Shows a toast; with the id of one that is there it takes its place. */
export function showToast(toast: { id?: string; isFailure?: boolean; content: ReactNode }): string {
  showings += 1;
  const { id = `toast-${showings}`, isFailure = false, content } = toast;
  const shown = { id, isFailure, content, showing: showings };
  const isThere = toasts.some((each) => each.id === id);
  change(isThere ? toasts.map((each) => (each.id === id ? shown : each)) : [...toasts, shown].slice(-MOST));
  return id;
}

export function dismissToast(id: string): void {
  change(toasts.filter((each) => each.id !== id));
}

function change(next: readonly Toast[]): void {
  toasts = next;
  for (const listener of listeners) listener();
}
