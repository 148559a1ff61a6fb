import { useSyncExternalStore } from 'react';

/** Whether there is room for a pane beside the list. The desk is rendered in the browser alone. */
export function useIsWide(width: keyof typeof queries): boolean {
  const query = queries[width];
  return useSyncExternalStore(
    (listener) => {
      const media = window.matchMedia(query);
      media.addEventListener('change', listener);
      return () => media.removeEventListener('change', listener);
    },
    () => window.matchMedia(query).matches,
    () => false,
  );
}

const queries = { event: '(min-width: 64rem)', facets: '(min-width: 80rem)' } as const;
