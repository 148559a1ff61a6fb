import { QueryObserver } from '@tanstack/react-query';
import { conversationKeys } from '@/lib/client/conversation/conversation-keys';
import { createLiveConversation, type LiveConversation } from '@/lib/client/conversation/live-conversation';
import { createQueryClient } from '@/lib/client/http/create-query-client';
import { createCatchUpMemory } from '@/lib/client/realtime/catch-up-memory';
import { createConnectionStore } from '@/lib/client/realtime/connection-store';
import { createSocket } from '@/lib/client/realtime/create-socket';
import { startRealtime } from '@/lib/client/realtime/start-realtime';
import { setCacheReader } from '@/lib/client/session/cache-reader';
import type { MessageList } from '@/lib/contracts/http/conversation';
import { listMessages } from '@/lib/domain/conversation/list-messages';
import type { Database } from '@/lib/infra/db/database';
import type { TestUser } from './campus';
import { layLine, type NetworkLine } from './network-line';
import { type Judged, watchOrder } from './watch-order';

/** A screen that shows one conversation, and the network it is on. */
export interface ConversationScreen {
  readonly line: NetworkLine;
  /** Who is here and who writes, once the conversation is shown as open. */
  readonly live: LiveConversation;
  isLive(): boolean;
  judge(): Judged;
  close(): void;
}

/** The browser's own realtime code and cache; what a page would ask the API is asked of the domain, over the same line. */
export async function openConversationScreen(options: {
  database: Database;
  origin: string;
  user: TestUser;
  conversationId: string;
}): Promise<ConversationScreen> {
  const { database, origin, user, conversationId: id } = options;
  const queryClient = createQueryClient(() => undefined);
  setCacheReader(queryClient, { id: user.id, role: user.role, departmentId: user.departmentId });
  const socket = createSocket(origin, { cookie: user.cookie });
  const line = layLine(socket);
  const live = createLiveConversation();
  const order = watchOrder();
  const asked = {
    queryKey: conversationKeys.messages(id),
    queryFn: () =>
      line.carry(async () => ({
        pages: [await listMessages(database.sql, user.id, { id, after: 0, limit: 200 })],
        pageParams: [{}],
      })),
  };
  await queryClient.fetchQuery(asked);
  const observer = new QueryObserver<{ pages: MessageList[] }>(queryClient, asked);
  const stopWatching = observer.subscribe(({ data }) => {
    if (data) order.show(data.pages.flatMap(({ items }) => items.map(({ seq }) => seq)));
  });
  const kept = new Map<string, string>();
  const storage: Storage = {
    length: 0,
    clear: () => kept.clear(),
    key: () => null,
    getItem: (key) => kept.get(key) ?? null,
    removeItem: (key) => void kept.delete(key),
    setItem: (key, value) => void kept.set(key, value),
  };
  const report = (fault: unknown) => {
    throw new Error(`the screen was sent something it cannot read: ${JSON.stringify(fault)}`);
  };
  const stop = startRealtime({
    socket,
    queryClient,
    connection: createConnectionStore(),
    // The device does not notice: only the silence of the line tells.
    network: { isOnline: () => true, subscribe: () => () => undefined },
    memory: createCatchUpMemory(user.id, () => storage, report),
    onArrived: () => undefined,
    onCaughtUp: () => undefined,
    onChanged: () => undefined,
    onEnded: () => undefined,
    report,
    conversation: live,
  });
  return {
    line,
    live,
    isLive: () => socket.connected,
    judge: order.judge,
    close() {
      stop();
      stopWatching();
      queryClient.clear();
    },
  };
}
