/**
 * A loop that stands still though the database and the log answer has hung: the process is worth less than a new one.
 * Returns how to stop watching.
 */
export function watchLoops(options: {
  loops: () => readonly { name: string; lastTurnMs(): number }[];
  /** Resolves when the database and the log answer; while they do not, standing still is right. */
  worldAnswers: () => Promise<unknown>;
  onStuck: (loop: string) => void;
  limitMs: number;
  everyMs: number;
}): () => void {
  let watching = true;
  async function look(): Promise<void> {
    const stuck = options.loops().find((loop) => Date.now() - loop.lastTurnMs() > options.limitMs);
    if (!stuck) return;
    const answers = await options.worldAnswers().then(
      () => true,
      () => false, // an outage: the loop waits for its end, as it should
    );
    const still = Date.now() - stuck.lastTurnMs() > options.limitMs;
    if (answers && still && watching) options.onStuck(stuck.name);
  }
  const timer = setInterval(() => void look(), options.everyMs);
  timer.unref();
  return () => {
    watching = false;
    clearInterval(timer);
  };
}
