import { liveConversation } from '../conversation/live-conversation';
import { browserNetwork } from './browser-network';
import { createCatchUpMemory } from './catch-up-memory';
import { createSocket } from './create-socket';
import { reportFault } from './report-fault';
import { type RealtimeOptions, startRealtime } from './start-realtime';

type OpenOptions = Omit<RealtimeOptions, 'socket' | 'network' | 'memory' | 'report' | 'conversation'> & {
  userId: string;
};

/** What makes a page in a browser live: all of this is fetched once the page is up. Returns what ends it. */
export function openConnection({ userId, ...options }: OpenOptions): () => void {
  return startRealtime({
    ...options,
    socket: createSocket(),
    network: browserNetwork,
    memory: createCatchUpMemory(userId, () => sessionStorage, reportFault),
    report: reportFault,
    conversation: liveConversation,
  });
}
