export interface Running {
  /** Resolves when it has ended, asked or not, perhaps with how. */
  readonly ended: Promise<unknown>;
  stop(): Promise<void>;
}

export interface KeptRunning {
  /** Rejects when it ends so often, or cannot be started again, that going on makes no sense. */
  readonly failed: Promise<never>;
  stop(): Promise<void>;
}

const PAUSE_MS = 1_000;
const WINDOW_MS = 60_000;
const MOST_ENDS_IN_WINDOW = 5;

/** Starts a server again whenever it ends without being asked to. `running` is one that runs already. */
export function keepRunning(options: {
  name: string;
  running: Running;
  start: () => Running | Promise<Running>;
  print: (line: string) => void;
  pauseMs?: number;
}): KeptRunning {
  let current = options.running;
  let stopping = false;
  let wake: () => void = () => undefined;
  const watching = watch();
  return {
    failed: new Promise((_, reject) => void watching.catch(reject)),
    async stop() {
      stopping = true;
      wake();
      await current.stop();
      // One that was just being started is stopped by the watch.
      await watching.catch(() => undefined);
    },
  };

  async function watch(): Promise<void> {
    let ends: number[] = [];
    while (!stopping) {
      const how = await current.ended;
      if (stopping) return;
      const now = Date.now();
      ends = [...ends.filter((at) => at > now - WINDOW_MS), now];
      if (ends.length > MOST_ENDS_IN_WINDOW) throw new Error(`${options.name} keeps ending`);
      options.print(`${options.name} ended${how === undefined ? '' : ` (${how})`}; starting it again`);
      await new Promise<void>((resolve) => {
        const pause = setTimeout(resolve, options.pauseMs ?? PAUSE_MS);
        wake = () => {
          clearTimeout(pause);
          resolve();
        };
      });
      if (stopping) return;
      current = await options.start();
    }
    await current.stop();
  }
}
