import type { RunningChild } from './child-process';

const PAUSE_MS = 1_000;
const WINDOW_MS = 60_000;
const MOST_ENDS_IN_WINDOW = 5;

export interface KeptServer {
  /** Rejects when the server ends so often that starting it again makes no sense. */
  readonly failed: Promise<never>;
  stop(): Promise<void>;
}

/** Starts a server again whenever it ends without being asked to. `running` is one that runs already. */
export function keepRunning(options: {
  name: string;
  running: RunningChild;
  start: () => RunningChild;
  print: (line: string) => void;
}): KeptServer {
  let current = options.running;
  let stopping = false;
  let wake: () => void = () => undefined;
  const watch = async (): Promise<void> => {
    let ends: number[] = [];
    for (;;) {
      const how = await current.ended;
      if (stopping) return;
      ends = [...ends.filter((at) => at > Date.now() - WINDOW_MS), Date.now()];
      if (ends.length > MOST_ENDS_IN_WINDOW) throw new Error(`${options.name} keeps ending (${how})`);
      options.print(`${options.name} ended (${how}); starting it again`);
      await new Promise<void>((resolve) => {
        wake = resolve;
        setTimeout(resolve, PAUSE_MS);
      });
      if (stopping) return;
      current = options.start();
    }
  };
  const watching = watch();
  return {
    failed: new Promise((_, reject) => void watching.catch(reject)),
    async stop() {
      stopping = true;
      wake();
      await current.stop();
    },
  };
}
