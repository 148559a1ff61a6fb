/** Does it once nothing more urgent is to be done; returns what takes it back. */
export function whenIdle(act: () => void): () => void {
  // Not in every Safari.
  if (!('requestIdleCallback' in window)) {
    const timer = setTimeout(act, 200);
    return () => clearTimeout(timer);
  }
  const handle = window.requestIdleCallback(act);
  return () => window.cancelIdleCallback(handle);
}
