import type { ReachCounts, ReminderView } from '@/lib/contracts/http/reach';
import type { Room } from '@/lib/contracts/pushes/rooms';
import type { PushPayload } from '@/lib/contracts/pushes/socket';
import { gatherChanges } from '@/server/gather/gather-changes';

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

/** A thousand browsers answer within a moment; their author's board moves a few times a second. */
export function createReachGatherer({ measure, push, ...services }: ReachServices) {
  const { add, stop } = gatherChanges({
    ...services,
    tell: async (ids) => {
      for (const [announcement_id, { createdBy, counts, reminder }] of await measure(ids))
        push(['role:admin', `user:${createdBy}`], { announcement_id, counts, reminder });
    },
  });
  return { reachChanged: add, stop };
}
