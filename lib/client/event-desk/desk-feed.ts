import { DeskEvents, type DeskFacets, DeskOpened, type DeskRow } from '@/lib/contracts/pushes/desk';
import { createStore } from '../realtime/create-store';
import type { DeskSocket } from './desk-socket';

export interface DeskFeed {
  readonly state: 'opening' | 'live' | 'offline' | 'refused' | 'failed';
  /** Newest first, at most as many as a tail is good for. */
  readonly rows: readonly DeskRow[];
  /** Of `rows`, how many came before the desk was opened. */
  readonly examined: number;
  readonly engine: DeskOpened['engine'] | null;
  /** How many went by unseen since the desk was opened. */
  readonly leftOut: number;
  /** Since when nothing comes, ms. */
  readonly offlineSince: number | null;
  readonly error: Error | null;
}

const MOST_ROWS = 5_000;
const NOTHING: DeskFeed = {
  state: 'opening',
  rows: [],
  examined: 0,
  engine: null,
  leftOut: 0,
  offlineSince: null,
  error: null,
};

export const emptyFeed = () => NOTHING;

export const placeOf = ({ topic, partition, offset }: Pick<DeskRow, 'topic' | 'partition' | 'offset'>) =>
  `${topic}/${partition}/${offset}`;

/** The tail of the log as it comes to this page. Every connection opens the desk anew. */
export function createDeskFeed(socket: DeskSocket) {
  const store = createStore<DeskFeed>(NOTHING);
  let request: { facets: DeskFacets; history: number } | null = null;
  let view = 0;

  async function open(): Promise<void> {
    if (!request) return;
    view += 1;
    const mine = String(view);
    store.set({ ...store.get(), state: 'opening' });
    try {
      const opened = await socket.ask(DeskOpened, 'desk:open', { view: mine, ...request });
      if (mine !== String(view)) return;
      const { rows, examined, engine } = opened;
      store.set({ ...NOTHING, state: 'live', rows: rows.toReversed(), examined, engine });
    } catch (error) {
      if (mine !== String(view)) return;
      const refused = error instanceof Error && 'code' in error && error.code === 'auth.forbidden';
      store.set({
        ...store.get(),
        state: refused ? 'refused' : socket.isConnected() ? 'failed' : 'offline',
        error: error instanceof Error ? error : new Error(String(error)),
      });
    }
  }

  socket.on('connect', () => void open());
  const offline = () => {
    const { offlineSince } = store.get();
    store.set({ ...store.get(), state: 'offline', offlineSince: offlineSince ?? Date.now() });
  };
  socket.on('disconnect', offline);
  socket.on('connect_error', offline);
  for (const name of ['desk:closed', 'session:ended'] as const)
    socket.on(name, () => store.set({ ...store.get(), state: 'refused' }));
  socket.on('desk:events', (payload) => {
    const events = DeskEvents.safeParse(payload);
    // What was on its way when the facets changed belongs to a desk that is closed.
    if (!events.success || events.data.view !== String(view)) return;
    const last = store.get();
    const rows = [...events.data.rows.toReversed(), ...last.rows].slice(0, MOST_ROWS);
    store.set({ ...last, rows, leftOut: last.leftOut + events.data.left_out });
  });

  return {
    subscribe: store.subscribe,
    get: store.get,
    show(facets: DeskFacets, history: number): void {
      request = { facets, history };
      if (socket.isConnected()) void open();
    },
    retry: () => void open(),
  };
}
