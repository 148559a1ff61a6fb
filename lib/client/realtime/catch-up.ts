import type { NotificationView } from '@/lib/contracts/http/notification';
import { Synced } from '@/lib/contracts/pushes/socket';
import type { CatchUpMemory } from './catch-up-memory';
import type { RealtimeSocket } from './create-socket';
import type { PushApplier } from './push-applier';
import type { ReportFault } from './report-fault';

export interface CatchUp {
  /** Asks what was missed. Calls that come while one runs become one more run. */
  run: () => void;
  /** Something was shown by a push: catching up must not tell it again. */
  remember: (id: string) => void;
  stop: () => void;
}

type Attempt = { ended: 'done' | 'later' | 'forget-cursor' };

const answerWithin = 10_000;

/** After each connection: what was missed goes the way of a push, the count is set, and the lists are loaded anew. */
export function createCatchUp(options: {
  socket: RealtimeSocket;
  applier: PushApplier;
  memory: CatchUpMemory;
  /** Each one that was missed and never shown before, to acknowledge it. */
  onArrived: (notification: NotificationView) => void;
  /** The unread ones among them, oldest first, when there are any. */
  onCaughtUp: (missed: NotificationView[]) => void;
  report: ReportFault;
  /** Pause before asking again, ms. */
  retryAfter?: number;
}): CatchUp {
  const { socket, applier, memory, onArrived, onCaughtUp, report, retryAfter = 2_000 } = options;
  let isRunning = false;
  let again = false;
  let isStopped = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  async function run(): Promise<void> {
    if (isRunning) {
      again = true;
      return;
    }
    if (isStopped || !socket.connected) return;
    isRunning = true;
    again = false;
    clearTimeout(timer);
    const { ended } = await attempt();
    isRunning = false;
    if (ended === 'forget-cursor') memory.write({ ...memory.read(), cursor: null });
    if (ended === 'later') timer = setTimeout(() => void run(), retryAfter);
    else if (again || ended === 'forget-cursor') await run();
  }

  async function attempt(): Promise<Attempt> {
    const { cursor: after, shown } = memory.read();
    const landedBefore = applier.landed();
    const answer = await ask(after);
    if (isStopped) return { ended: 'done' };
    if (answer === undefined || (!answer.ok && answer.code === 'unavailable')) return { ended: 'later' };
    const parsed = Synced.safeParse(answer.ok ? answer.data : undefined);
    if (!parsed.success) {
      report({ kind: 'sync.invalid', detail: answer.ok ? parsed.error.message : answer.code });
      applier.reloadLists();
      return { ended: after === null ? 'done' : 'forget-cursor' };
    }
    await take(parsed.data, shown, landedBefore);
    return { ended: 'done' };
  }

  /** `undefined` when there was no answer in time. */
  async function ask(after: string | null) {
    try {
      return await socket.timeout(answerWithin).emitWithAck('sync', { after });
    } catch {
      // No answer, or the connection ended meanwhile: the next connection asks again.
      return undefined;
    }
  }

  async function take(synced: Synced, shownBefore: string[], landedBefore: number): Promise<void> {
    const known = new Set(memory.read().shown);
    const missed: NotificationView[] = [];
    for (const notification of synced.missed) {
      const { isNew } = applier.apply('notification:created', { notification });
      if (!isNew) continue;
      onArrived(notification);
      if (notification.read_at === null && !known.has(notification.id)) missed.push(notification);
    }
    // Whatever was shown before the question is behind the new cursor. What came since may be in front of it.
    const settled = new Set(shownBefore);
    memory.write({ cursor: synced.cursor, shown: memory.read().shown.filter((id) => !settled.has(id)) });
    await applier.takeUnreadCount(synced.unread_count, landedBefore + synced.missed.length);
    applier.reloadLists();
    if (missed.length > 0) onCaughtUp(missed);
  }

  return {
    run: () => void run(),
    remember: (id) => {
      const { cursor, shown } = memory.read();
      if (!shown.includes(id)) memory.write({ cursor, shown: [...shown, id] });
    },
    stop: () => {
      isStopped = true;
      clearTimeout(timer);
    },
  };
}
