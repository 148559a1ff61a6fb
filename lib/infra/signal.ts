/** Something may have happened. A raise between two waits is not lost: the next wait returns at once. */
export interface Signal {
  raise(): void;
  /** Resolves at the next raise (or at once, if one came since the last wait), at the latest after `limitMs`. */
  wait(limitMs: number): Promise<void>;
}

export function createSignal(): Signal {
  let raised = false;
  let wakeWaiter: (() => void) | null = null;
  return {
    raise() {
      raised = true;
      wakeWaiter?.();
    },
    async wait(limitMs) {
      if (!raised) {
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, limitMs);
          wakeWaiter = () => {
            clearTimeout(timer);
            resolve();
          };
        });
        wakeWaiter = null;
      }
      raised = false;
    },
  };
}
