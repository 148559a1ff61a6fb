'use client';

import { useSearchParams } from 'next/navigation';
import { useCallback, useRef } from 'react';
import { type InboxPlace, inboxHref, readInboxPlace } from '@/lib/client/notification/inbox-place';

export interface InboxMoves {
  place: InboxPlace;
  /** To another part of the inbox. A search that is being typed replaces the place, everything else can go back. */
  show: (change: Partial<InboxPlace>, how?: 'push' | 'replace') => void;
  open: (id: string) => void;
  close: () => void;
}

/** The place in the inbox is the address. It changes without asking the server, so also without a connection. */
export function useInboxPlace(): InboxMoves {
  const place = readInboxPlace(useSearchParams());
  const latest = useRef(place);
  latest.current = place;
  const openedHere = useRef(false);

  const show = useCallback<InboxMoves['show']>((change, how = 'push') => {
    const href = inboxHref({ ...latest.current, ...change });
    if (href === inboxHref(latest.current)) return;
    if (how === 'push') window.history.pushState(null, '', href);
    else window.history.replaceState(null, '', href);
  }, []);
  const open = useCallback(
    (id: string) => {
      // From one to the next: "back" leads to the list, not through all that were read.
      const isAnother = latest.current.open !== null;
      if (!isAnother) openedHere.current = true;
      show({ open: id }, isAnother ? 'replace' : 'push');
    },
    [show],
  );
  const close = useCallback(() => {
    if (latest.current.open === null) return;
    if (openedHere.current) window.history.back();
    else show({ open: null }, 'replace');
    openedHere.current = false;
  }, [show]);
  return { place, show, open, close };
}
