/** Which rows have changed live, and until when they are marked as such. */
export interface FreshMarks {
  mark: (id: string) => void;
  isFresh: (id: string) => boolean;
  /** Told the id of each row when its mark comes and when it goes. */
  subscribe: (listener: (id: string) => void) => () => void;
}

/** Long enough to see where a list changed, also without the wash of colour. */
const markedFor = 10_000;

export function createFreshMarks(): FreshMarks {
  const fresh = new Set<string>();
  const listeners = new Set<(id: string) => void>();
  const tell = (id: string) => {
    for (const listener of listeners) listener(id);
  };
  return {
    mark: (id) => {
      fresh.add(id);
      tell(id);
      setTimeout(() => {
        fresh.delete(id);
        tell(id);
      }, markedFor);
    },
    isFresh: (id) => fresh.has(id),
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
