import { isUuid } from '@/lib/infra/db/is-uuid';

export interface GatherServices {
  /** Counts these anew and tells who looks at them. */
  readonly tell: (ids: readonly string[]) => Promise<void>;
  readonly onError: (error: unknown) => void;
  readonly gatherMs?: number;
}

/** Four times a second is as live as an eye can follow. */
const GATHER_MS = 250;

/**
 * A thousand changes within a moment move what is on screen a few times a second. Each time the numbers are counted in the
 * database anew, so whatever was missed or came twice, the screen ends where the database is. What could not be counted is
 * tried again.
 */
export function gatherChanges({ tell, onError, gatherMs = GATHER_MS }: GatherServices) {
  const changed = new Set<string>();
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> = Promise.resolve();
  let isStopped = false;

  function plan(): void {
    if (isStopped || timer) return;
    timer = setTimeout(() => {
      running = tellGathered().finally(() => {
        timer = undefined;
        if (changed.size > 0) plan();
      });
    }, gatherMs);
  }

  async function tellGathered(): Promise<void> {
    const ids = [...changed];
    changed.clear();
    try {
      await tell(ids);
    } catch (error) {
      for (const id of ids) changed.add(id);
      onError(error);
    }
  }

  return {
    /** Ids of other services, which have no row here, are nobody's. */
    add(ids: readonly string[]): void {
      for (const id of ids) if (isUuid(id)) changed.add(id);
      if (changed.size > 0) plan();
    },
    async stop(): Promise<void> {
      isStopped = true;
      clearTimeout(timer);
      await running;
    },
  };
}
