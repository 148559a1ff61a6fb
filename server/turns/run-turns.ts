export interface RunningTurns {
  /** ms since the epoch of the end of the last turn. */
  lastTurnMs(): number;
  /** Resolves when the turn under way is over. */
  stop(): Promise<void>;
}

/**
 * Does something again and again until it is stopped, one turn at a time. A turn that says `again` is followed at once,
 * every other one, and one that failed, after `everyMs`.
 */
export function runTurns(options: {
  everyMs: number;
  turn: (isStopped: () => boolean) => Promise<'again' | 'wait'>;
  onError: (error: unknown) => void;
}): RunningTurns {
  const { everyMs, turn, onError } = options;
  let lastTurn = Date.now();
  let isStopped = false;
  let wake = () => {};

  async function run(): Promise<void> {
    while (!isStopped) {
      const next = await turn(() => isStopped).catch((error: unknown) => {
        onError(error);
        return 'wait' as const;
      });
      lastTurn = Date.now();
      if (next === 'again') continue;
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, everyMs);
        wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
  }
  const running = run();

  return {
    lastTurnMs: () => lastTurn,
    async stop() {
      isStopped = true;
      wake();
      await running;
    },
  };
}
