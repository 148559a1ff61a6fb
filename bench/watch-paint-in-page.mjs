// Runs in the page before anything of it. A file of its own: what is compiled for Node does not run there as it is.
(() => {
  const seen = { lcp: 0, cls: 0, tbt: 0, events: new Map() };
  Object.assign(window, { benchSeen: seen });
  /** @param {string} type @param {(entry: any) => void} each */
  const watch = (type, each, more = {}) =>
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) each(entry);
    }).observe({ type, buffered: true, ...more });
  watch('largest-contentful-paint', (entry) => {
    seen.lcp = entry.startTime;
  });
  watch('layout-shift', (entry) => {
    if (!entry.hadRecentInput) seen.cls += entry.value;
  });
  watch('longtask', (entry) => {
    const paint = performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Infinity;
    if (entry.startTime + entry.duration > paint) seen.tbt += Math.max(0, entry.duration - 50);
  });
  watch(
    'event',
    (entry) => {
      if (entry.interactionId)
        seen.events.set(
          entry.interactionId,
          Math.max(seen.events.get(entry.interactionId) ?? 0, entry.duration),
        );
    },
    { durationThreshold: 16 },
  );
})();
