import { useSyncExternalStore } from 'react';

/**
 * The time in ms, in steps of half a minute; what shows it follows by itself. The server's step may be another one than the
 * browser's: an element that says it in words has `suppressHydrationWarning`.
 */
export function useClock(): number {
  return useSyncExternalStore(everyStep, currentStep, currentStep);
}

const step = 30_000;

function currentStep(): number {
  return Math.floor(Date.now() / step) * step;
}

const listeners = new Set<() => void>();
let timer: ReturnType<typeof setInterval> | undefined;

/** One timer for all times on the page. */
function everyStep(listener: () => void): () => void {
  listeners.add(listener);
  timer ??= setInterval(() => {
    for (const each of listeners) each();
  }, step);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
}
