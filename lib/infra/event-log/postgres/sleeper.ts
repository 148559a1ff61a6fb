/** Sleep that a wake-up ends; a wake-up between two sleeps is not lost. */
export function createSleeper(): {
  wake(): void;
  /** Until the next wake-up, at most `limitMs`. */
  sleep(limitMs: number): Promise<void>;
  /** The whole time, whatever wakes. */
  pause(ms: number): Promise<void>;
} {
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
    pause: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
  };
}
