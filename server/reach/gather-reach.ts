import type { ReachCounts, ReminderView } from '@/lib/contracts/http/reach';
import type { Room } from '@/lib/contracts/pushes/rooms';
import type { PushPayload } from '@/lib/contracts/pushes/socket';
import { isUuid } from '@/lib/infra/db/is-uuid';

export interface ReachServices {
  /** The numbers of the boards now, by announcement. */
  readonly measure: (
    announcementIds: readonly string[],
  ) => Promise<
    ReadonlyMap<string, { createdBy: string; counts: ReachCounts; reminder: ReminderView | null }>
  >;
  readonly push: (rooms: readonly Room[], payload: PushPayload<'announcement:reach'>) => void;
  readonly onError: (error: unknown) => void;
  readonly gatherMs?: number;
}

/** Four times a second is as live as an eye can follow. */
const GATHER_MS = 250;

/**
 * A thousand browsers answer within a moment; their author's board moves a few times a second. Each time the numbers are
 * counted in the database anew, so whatever was missed or came twice, the board ends where the database is. What could not
 * be counted is tried again.
 */
export function createReachGatherer(services: ReachServices) {
  const { measure, push, onError, gatherMs = GATHER_MS } = services;
  const changed = new Set<string>();
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> = Promise.resolve();
  let isStopped = false;

  function plan(): void {
    if (isStopped || timer) return;
    timer = setTimeout(() => {
      running = tell().finally(() => {
        timer = undefined;
        if (changed.size > 0) plan();
      });
    }, gatherMs);
  }

  async function tell(): Promise<void> {
    const ids = [...changed];
    changed.clear();
    try {
      for (const [announcement_id, { createdBy, counts, reminder }] of await measure(ids))
        push(['role:admin', `user:${createdBy}`], { announcement_id, counts, reminder });
    } catch (error) {
      for (const id of ids) changed.add(id);
      onError(error);
    }
  }

  return {
    reachChanged(announcementIds: readonly string[]): void {
      for (const id of announcementIds) if (isUuid(id)) changed.add(id);
      if (changed.size > 0) plan();
    },
    async stop(): Promise<void> {
      isStopped = true;
      clearTimeout(timer);
      await running;
    },
  };
}
