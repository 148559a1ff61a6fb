import type { RealtimeSocket } from '@/lib/client/realtime/create-socket';

const LOOK_EVERY_MS = 2;
/** What is not there by then is lost. */
const LOST_AFTER_MS = 5_000;

/** When something reached each of the sockets, anew for each round. */
export function countArrivals(
  sockets: readonly RealtimeSocket[],
  name: 'timetable:changed' | 'notification:created',
) {
  let arrived: number[][] = sockets.map(() => []);
  for (const [index, socket] of sockets.entries())
    socket.on(name, () => void arrived[index]?.push(performance.now()));
  const missing = () => arrived.filter((times) => times.length === 0).length;
  return {
    begin(): void {
      arrived = sockets.map(() => []);
    },
    /** Resolves when every socket has it, or when it is too late for the others. */
    async all(): Promise<void> {
      const latest = performance.now() + LOST_AFTER_MS;
      while (missing() > 0 && performance.now() < latest)
        await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
    },
    /** The moment of the first arrival at each socket that has it. */
    firsts: () => arrived.flatMap(([first]) => first ?? []),
    missing,
    twice: () => arrived.filter((times) => times.length > 1).length,
    total: () => arrived.reduce((sum, times) => sum + times.length, 0),
  };
}
