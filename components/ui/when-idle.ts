/** Does it once nothing more urgent is to be done, at the latest after `timeout` ms if given; returns what takes it back. */
export function whenIdle(act: () => void, options: { timeout?: number } = {}): () => void {
  // Not in every Safari.
  if (!('requestIdleCallback' in window)) {
    const timer = setTimeout(act, 200);
    return () => clearTimeout(timer);
  }
  const handle = window.requestIdleCallback(act, options);
  return () => window.cancelIdleCallback(handle);
}
