'use client';

import { type ComponentType, useEffect, useState, useSyncExternalStore } from 'react';
import { type Toast, toastStore } from './toast-store';

const none: readonly Toast[] = [];

/** Where toasts appear. What draws them is fetched once the page is up: no first paint waits for it. */
export function Toaster() {
  const toasts = useSyncExternalStore(toastStore.subscribe, toastStore.get, () => none);
  const [List, setList] = useState<ComponentType<{ toasts: readonly Toast[] }>>();
  const isWaiting = toasts.length > 0;
  useEffect(() => {
    // Offline it is not to be had, and is asked for again with the next toast.
    void isWaiting;
    import('./toast-list').then(
      (module) => setList(() => module.ToastList),
      () => undefined,
    );
  }, [isWaiting]);
  return List ? <List toasts={toasts} /> : null;
}
