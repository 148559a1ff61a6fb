import { createStore, type Store } from './create-store';

/** What the badge tells. `since`: when the connection was lost (or first tried), ms since the epoch. */
export type Connection =
  | { status: 'connecting' }
  | { status: 'live' }
  | { status: 'reconnecting'; since: number }
  | { status: 'offline'; since: number };

/** Whether the device has a network at all. Only a hint: an open socket proves more. */
export interface Network {
  isOnline: () => boolean;
  subscribe: (listener: () => void) => () => void;
}

export function createConnectionStore(): Store<Connection> {
  return createStore<Connection>({ status: 'connecting' });
}
