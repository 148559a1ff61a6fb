import type { QueryClient } from '@tanstack/react-query';

/**
 * What this tab knows about notifications beside its lists: which have arrived, which were read and when. Deliveries may
 * come twice and out of order; with the ledger each still counts once.
 */
export interface NotificationLedger {
  readonly arrived: Set<string>;
  /** id -> read_at */
  readonly read: Map<string, string>;
  /** id -> withdrawn_at */
  readonly withdrawn: Map<string, string>;
  /** Everything created up to here is read (`notification:read` with `ids: null`). */
  readUpTo: string | null;
}

const remembered = 5_000;
const ledgers = new WeakMap<QueryClient, NotificationLedger>();

/** One ledger a cache, so that both end together. */
export function ledgerOf(queryClient: QueryClient): NotificationLedger {
  const existing = ledgers.get(queryClient);
  if (existing) return forgetOldest(existing);
  const ledger: NotificationLedger = {
    arrived: new Set(),
    read: new Map(),
    withdrawn: new Map(),
    readUpTo: null,
  };
  ledgers.set(queryClient, ledger);
  return ledger;
}

/** A tab open for weeks must not grow: sets and maps keep the order of insertion, so the first ones are the oldest. */
function forgetOldest(ledger: NotificationLedger): NotificationLedger {
  for (const ids of [ledger.arrived, ledger.read, ledger.withdrawn]) {
    for (const id of ids.keys()) {
      if (ids.size <= remembered) break;
      ids.delete(id);
    }
  }
  return ledger;
}
