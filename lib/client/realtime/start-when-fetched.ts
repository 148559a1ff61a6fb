import type { Connection, Network } from './connection-store';
import type { Store } from './create-store';

/**
 * Fetches the code of the connection and starts it. What happens on the server until then is no loss: the connection
 * catches up as it opens. Where the code is not to be had (offline) the badge says so, and it is asked for again.
 */
export function startWhenFetched<Part>(options: {
  fetchPart: () => Promise<Part>;
  /** Returns what ends it. */
  start: (part: Part) => () => void;
  store: Store<Connection>;
  network: Network;
  /** Pause before asking again, ms. */
  retryAfter?: number;
}): () => void {
  const { fetchPart, start, store, network, retryAfter = 2_000 } = options;
  const since = Date.now();
  let isOver = false;
  let stop = () => {};
  let timer: ReturnType<typeof setTimeout> | undefined;

  function tryAgainLater(): void {
    if (isOver) return;
    store.set({ status: network.isOnline() ? 'reconnecting' : 'offline', since });
    timer = setTimeout(attempt, retryAfter);
  }
  function attempt(): void {
    fetchPart().then((part) => {
      if (!isOver) stop = start(part);
    }, tryAgainLater);
  }
  attempt();
  return () => {
    isOver = true;
    clearTimeout(timer);
    stop();
  };
}
