import type { Connection, Network } from './connection-store';
import type { RealtimeSocket } from './create-socket';
import type { Store } from './create-store';

/**
 * Keeps the socket connected and the store true. Socket.IO reconnects after a lost network by itself, but gives up when
 * the server refuses or closes: then this tries again. Returns what ends it.
 */
export function keepConnected(options: {
  socket: RealtimeSocket;
  store: Store<Connection>;
  network: Network;
  onConnected: () => void;
  onUnauthenticated: () => void;
  /** After this long without success "reconnecting" reads "offline", ms. */
  offlineAfter?: number;
  /** Pause before connecting again where Socket.IO does not, ms. */
  retryAfter?: number;
}): () => void {
  const { socket, store, network, onConnected, onUnauthenticated } = options;
  const { offlineAfter = 60_000, retryAfter = 2_000 } = options;
  let lostAt: number | undefined;
  let retryTimer: ReturnType<typeof setTimeout> | undefined;
  let offlineTimer: ReturnType<typeof setTimeout> | undefined;

  function showLost(): void {
    lostAt ??= Date.now();
    const left = lostAt + offlineAfter - Date.now();
    const status = network.isOnline() && left > 0 ? 'reconnecting' : 'offline';
    const shown = store.get();
    if (shown.status !== status || ('since' in shown && shown.since !== lostAt))
      store.set({ status, since: lostAt });
    clearTimeout(offlineTimer);
    if (status === 'reconnecting') offlineTimer = setTimeout(showLost, left);
  }

  function connectLater(): void {
    // A tenth to a full pause: everybody is refused at the same moment, and should not come back at the same one.
    clearTimeout(retryTimer);
    retryTimer = setTimeout(() => socket.connect(), retryAfter * (0.1 + 0.9 * Math.random()));
  }

  socket.on('connect', () => {
    lostAt = undefined;
    clearTimeout(offlineTimer);
    clearTimeout(retryTimer);
    store.set({ status: 'live' });
    onConnected();
  });
  socket.on('disconnect', () => {
    showLost();
    if (!socket.active) connectLater();
  });
  socket.on('connect_error', (error) => {
    if (error.message === 'unauthenticated') return onUnauthenticated();
    showLost();
    if (!socket.active) connectLater();
  });

  const unsubscribe = network.subscribe(() => {
    if (network.isOnline()) {
      if (socket.connected) return;
      showLost();
      // Without this the pause between two attempts, up to seconds, would have to end first.
      socket.disconnect().connect();
    } else if (socket.connected) {
      // A dead connection is noticed by its silence, half a minute later; the device knows now.
      socket.io.engine.close();
    } else {
      showLost();
    }
  });

  socket.connect();
  return () => {
    unsubscribe();
    clearTimeout(retryTimer);
    clearTimeout(offlineTimer);
    socket.removeAllListeners();
    socket.disconnect();
  };
}
