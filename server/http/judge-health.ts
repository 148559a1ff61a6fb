/** One part of the process, and whether it does its work. */
export interface PartHealth {
  readonly part: string;
  readonly ok: boolean;
  /** ms since its loop last turned; absent for parts without a loop. */
  readonly idle_ms?: number;
  readonly reason?: string;
}

/** A loop that has not turned for this long does not count as working: it turns once a second when there is nothing. */
export const LOOP_LIMIT_MS = 15_000;

export interface Loop {
  readonly name: string;
  lastTurnMs(): number;
}

/** Ready means: the database answers and every loop has turned lately. An open socket alone proves nothing. */
export async function judgeHealth(options: {
  pingDatabase: () => Promise<unknown>;
  loops: readonly Loop[];
  now?: () => number;
}): Promise<PartHealth[]> {
  const now = (options.now ?? Date.now)();
  const database = await options.pingDatabase().then(
    (): PartHealth => ({ part: 'database', ok: true }),
    (error: unknown): PartHealth => ({ part: 'database', ok: false, reason: String(error) }),
  );
  const loops = options.loops.map((loop): PartHealth => {
    const idle = now - loop.lastTurnMs();
    return { part: loop.name, ok: idle <= LOOP_LIMIT_MS, idle_ms: idle };
  });
  return [database, ...loops];
}
