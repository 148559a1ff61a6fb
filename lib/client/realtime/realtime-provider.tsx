'use client';

import { QueryClientProvider } from '@tanstack/react-query';
import {
  createContext,
  type ReactNode,
  useContext,
  useEffect,
  useRef,
  useState,
  useSyncExternalStore,
} from 'react';
import type { NotificationView } from '@/lib/contracts/http/notification';
import { closeCache, createQueryClient } from '../http/create-query-client';
import { type CacheReader, setCacheReader } from '../session/cache-reader';
import { leaveToLogin } from '../session/leave';
import { type Connection, createConnectionStore } from './connection-store';
import { createFreshMarks, type FreshMarks } from './fresh-marks';
import { startWhenFetched } from './start-when-fetched';

interface RealtimeParts {
  connection: ReturnType<typeof createConnectionStore>;
  freshMarks: FreshMarks;
  /** Ends the connection at once, before signing out; returns how to take it up again if that fails. */
  disconnect: () => () => void;
  /** Empties the cache: nothing of this user may be seen by the next one. */
  forget: () => void;
}

const RealtimeContext = createContext<RealtimeParts | null>(null);

interface RealtimeProviderProps {
  reader: CacheReader;
  onArrived: (notification: NotificationView, withdraws?: readonly string[]) => void;
  onCaughtUp: (missed: NotificationView[]) => void;
  children: ReactNode;
}

/** The query cache of one signed-in user and the socket that keeps it right. */
export function RealtimeProvider({ reader, onArrived, onCaughtUp, children }: RealtimeProviderProps) {
  const userId = reader.id;
  const [queryClient] = useState(() => {
    const cache = createQueryClient(leaveToLogin);
    setCacheReader(cache, reader);
    return cache;
  });
  const [connection] = useState(createConnectionStore);
  const [freshMarks] = useState(createFreshMarks);
  const [attempt, setAttempt] = useState(0);
  const stop = useRef(() => {});
  const told = useRef({ onArrived, onCaughtUp });
  useEffect(() => {
    told.current = { onArrived, onCaughtUp };
  });

  useEffect(() => {
    // Another attempt is another connection.
    void attempt;
    const begunAt = Date.now();
    const end = startWhenFetched({
      fetchPart: () => import('./open-connection'),
      start: ({ openConnection }) =>
        openConnection({
          userId,
          queryClient,
          connection,
          onArrived: (...arrival) => told.current.onArrived(...arrival),
          onCaughtUp: (missed) => told.current.onCaughtUp(missed),
          onChanged: freshMarks.mark,
          onEnded: () => {
            closeCache(queryClient);
            leaveToLogin();
          },
        }),
      onMissing: () =>
        connection.set({ status: navigator.onLine ? 'reconnecting' : 'offline', since: begunAt }),
    });
    stop.current = end;
    return end;
  }, [userId, queryClient, connection, freshMarks, attempt]);

  useEffect(() => {
    // "Back" to a page kept whole in memory: its session may be over, and its user another.
    const reload = (event: PageTransitionEvent) => {
      if (event.persisted) window.location.reload();
    };
    window.addEventListener('pageshow', reload);
    return () => window.removeEventListener('pageshow', reload);
  }, []);

  const [parts] = useState<RealtimeParts>(() => ({
    connection,
    freshMarks,
    disconnect: () => {
      stop.current();
      return () => setAttempt((last) => last + 1);
    },
    forget: () => closeCache(queryClient),
  }));
  return (
    <RealtimeContext value={parts}>
      <QueryClientProvider client={queryClient}>{children}</QueryClientProvider>
    </RealtimeContext>
  );
}

function useRealtime(): RealtimeParts {
  const parts = useContext(RealtimeContext);
  if (!parts) throw new Error('this needs a RealtimeProvider above it');
  return parts;
}

export function useConnection(): Connection {
  const { connection } = useRealtime();
  return useSyncExternalStore(connection.subscribe, connection.get, connection.get);
}

/** What signing out needs: to disconnect at once, and to leave nothing behind. */
export function useEndRealtime(): Pick<RealtimeParts, 'disconnect' | 'forget'> {
  return useRealtime();
}

/** Whether a row has just changed live; true for some seconds. */
export function useIsFresh(id: string): boolean {
  const { freshMarks } = useRealtime();
  return useSyncExternalStore(
    freshMarks.subscribe,
    () => freshMarks.isFresh(id),
    () => false,
  );
}

/** Calls back with the id of each row that has just changed live. */
export function useOnFresh(listener: (id: string) => void): void {
  const { freshMarks } = useRealtime();
  const latest = useRef(listener);
  useEffect(() => {
    latest.current = listener;
  });
  useEffect(
    () =>
      freshMarks.subscribe((id) => {
        if (freshMarks.isFresh(id)) latest.current(id);
      }),
    [freshMarks],
  );
}
