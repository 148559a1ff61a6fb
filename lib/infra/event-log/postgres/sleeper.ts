/** Sleep that a wake-up ends; a wake-up between two sleeps is not lost. */
export interface Sleeper {
  wake(): void;
  /** Until the next wake-up, at most `limitMs`. */
  sleep(limitMs: number): Promise<void>;
}

export function createSleeper(): Sleeper {
  let woken = false;
  let end: (() => void) | null = null;
  return {
    wake() {
      woken = true;
      end?.();
    },
    async sleep(limitMs) {
      if (!woken) {
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, limitMs);
          end = () => {
            clearTimeout(timer);
            resolve();
          };
        });
        end = null;
      }
      woken = false;
    },
  };
}
