/**
 * Fetches code that no first paint needs, and starts it. What happens on the server until then is no loss: a connection
 * catches up as it opens. Where the code is not to be had (offline) that is told, and it is asked for again.
 */
export function startWhenFetched<Part>(options: {
  fetchPart: () => Promise<Part>;
  /** Returns what ends it. */
  start: (part: Part) => () => void;
  onMissing?: () => void;
  /** Pause before asking again, ms. */
  retryAfter?: number;
}): () => void {
  const { fetchPart, start, onMissing, retryAfter = 2_000 } = options;
  let isOver = false;
  let stop = () => {};
  let timer: ReturnType<typeof setTimeout> | undefined;

  function tryAgainLater(): void {
    if (isOver) return;
    onMissing?.();
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
