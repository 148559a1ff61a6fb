import { useSyncExternalStore } from 'react';

/** From where on there is room for what stands beside a list; the same widths as the style sheet's `lg` and `xl`. */
const queries = { lg: '(min-width: 64rem)', xl: '(min-width: 80rem)' } as const;

/** Whether the window is that wide. What the server renders, and so what is there first, is as `first` says. */
export function useIsWide(width: keyof typeof queries, first: boolean): boolean {
  const query = queries[width];
  return useSyncExternalStore(
    (listener) => {
      const media = window.matchMedia(query);
      media.addEventListener('change', listener);
      return () => media.removeEventListener('change', listener);
    },
    () => window.matchMedia(query).matches,
    () => first,
  );
}
