/** Calls `run` at the first `note`, then at most once in `everyMs` however many come; the last is never lost. */
export function createPace(run: () => void, everyMs: number): { note(): void; stop(): void } {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isNoted = false;
  function turn(): void {
    isNoted = false;
    run();
    timer = setTimeout(() => {
      timer = undefined;
      if (isNoted) turn();
    }, everyMs);
    timer.unref();
  }
  return {
    note() {
      isNoted = true;
      if (timer === undefined) turn();
    },
    stop: () => clearTimeout(timer),
  };
}
