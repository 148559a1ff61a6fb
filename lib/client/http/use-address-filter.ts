import { useSearchParams } from 'next/navigation';

/**
 * What a list is narrowed by, in the address: `get` reads a part of it, `set` changes parts in place, so that Back leaves
 * the page instead of undoing letters. What is empty leaves the address.
 */
export function useAddressFilter() {
  const search = useSearchParams();
  return {
    get: (name: string) => search.get(name) ?? '',
    set: (parts: Readonly<Record<string, string>>) => {
      // The address as it is now: another field may have changed it since this was drawn.
      const next = new URLSearchParams(window.location.search);
      for (const [name, value] of Object.entries(parts)) {
        if (value === '') next.delete(name);
        else next.set(name, value);
      }
      const query = next.toString();
      window.history.replaceState(null, '', query === '' ? window.location.pathname : `?${query}`);
    },
  };
}
