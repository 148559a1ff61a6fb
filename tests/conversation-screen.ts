import { QueryClient, QueryObserver } from '@tanstack/react-query';
import { io } from 'socket.io-client';
import { conversationKeys } from '@/lib/client/conversation/conversation-keys';
import { createCatchUpMemory } from '@/lib/client/realtime/catch-up-memory';
import { createConnectionStore } from '@/lib/client/realtime/connection-store';
import { createSocket } from '@/lib/client/realtime/create-socket';
import { startRealtime } from '@/lib/client/realtime/start-realtime';
import { setCacheReader } from '@/lib/client/session/cache-reader';
import type { MessageList } from '@/lib/contracts/http/conversation';
import { listMessages } from '@/lib/domain/conversation/list-messages';
import type { Database } from '@/lib/infra/db/database';
import type { TestUser } from '@/tests/campus';

/** A screen on a bad network. */
export interface JitterReader {
  setOnline(isOnline: boolean): void;
  /** How many of the messages it shows, and how often one was there twice, or came after a later one. */
  judge(): { shown: number; twice: number; reordered: number };
  close(): void;
}

/** What is on a screen, from one change to the next. */
function watchOrder() {
  const ever = new Set<number>();
  let [shown, last, twice, reordered] = [0, 0, 0, 0];
  return {
    show(next: readonly number[]): void {
      twice += next.length - new Set(next).size;
      // One that stands before an earlier one, or comes to light behind a later one.
      if (next.some((seq, index) => index > 0 && seq < (next[index - 1] ?? 0))) reordered += 1;
      reordered += next.filter((seq) => seq < last && !ever.has(seq)).length;
      for (const seq of next) ever.add(seq);
      last = Math.max(last, ...next);
      shown = new Set(next).size;
    },
    judge: () => ({ shown, twice, reordered }),
  };
}

/** The browser's own realtime code and cache; what a page would ask the API is asked of the domain. */
export async function openReader(options: {
  database: Database;
  origin: string;
  user: TestUser;
  conversationId: string;
}): Promise<JitterReader> {
  const { database, origin, user, conversationId: id } = options;
  const queryClient = new QueryClient({ defaultOptions: { queries: { retry: false, gcTime: Infinity } } });
  setCacheReader(queryClient, { id: user.id, role: user.role, departmentId: user.departmentId });
  const order = watchOrder();
  const asked = {
    queryKey: conversationKeys.messages(id),
    queryFn: async () => ({
      pages: [await listMessages(database.sql, user.id, { id, after: 0, limit: 200 })],
      pageParams: [{}],
    }),
    staleTime: Infinity,
  };
  await queryClient.fetchQuery(asked);
  const observer = new QueryObserver<{ pages: MessageList[] }>(queryClient, asked);
  const stopWatching = observer.subscribe(({ data }) => {
    if (data) order.show(data.pages.flatMap(({ items }) => items.map(({ seq }) => seq)));
  });
  let [isOnline, heard] = [true, () => {}];
  const kept = new Map<string, string>();
  const storage: Storage = {
    length: 0,
    clear: () => kept.clear(),
    key: () => null,
    getItem: (key) => kept.get(key) ?? null,
    removeItem: (key) => void kept.delete(key),
    setItem: (key, value) => void kept.set(key, value),
  };
  const report = () => undefined;
  const socket = createSocket(origin, { cookie: user.cookie });
  const stop = startRealtime({
    socket,
    queryClient,
    connection: createConnectionStore(),
    network: {
      isOnline: () => isOnline,
      subscribe: (listener) => {
        heard = listener;
        return () => undefined;
      },
    },
    memory: createCatchUpMemory(user.id, () => storage, report),
    onArrived: () => undefined,
    onCaughtUp: () => undefined,
    onChanged: () => undefined,
    onEnded: () => undefined,
    report,
  });
  return {
    setOnline(next) {
      isOnline = next;
      heard();
    },
    judge: order.judge,
    close() {
      stop();
      stopWatching();
      queryClient.clear();
    },
  };
}

/** A socket that shows what it is told, as plain Socket.IO leaves it. */
export function openPlainReader(origin: string): JitterReader {
  const order = watchOrder();
  const shown: number[] = [];
  const socket = io(origin, { transports: ['websocket'], forceNew: true, reconnectionDelay: 500 });
  socket.on('announcement', (number: number) => {
    shown.push(number);
    order.show([...shown]);
  });
  return {
    setOnline: (isOnline) => void (isOnline ? socket.connect() : socket.disconnect()),
    judge: order.judge,
    close: () => void socket.disconnect(),
  };
}
