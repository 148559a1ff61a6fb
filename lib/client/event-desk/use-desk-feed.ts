import { useEffect, useState, useSyncExternalStore } from 'react';
import type { DeskFacets } from '@/lib/contracts/pushes/desk';
import { createDeskFeed, type DeskFeed, emptyFeed } from './desk-feed';
import type { DeskSocket } from './desk-socket';

/** The tail that matches the facets; it starts anew when they change. */
export function useDeskFeed(
  socket: DeskSocket | null,
  facets: DeskFacets,
  history: number,
): DeskFeed & { retry: () => void } {
  const [feed, setFeed] = useState<ReturnType<typeof createDeskFeed> | null>(null);
  const asked = JSON.stringify(facets);
  useEffect(() => {
    if (socket) setFeed(createDeskFeed(socket));
  }, [socket]);
  useEffect(() => {
    const wanted: DeskFacets = JSON.parse(asked);
    feed?.show(wanted, history);
  }, [feed, asked, history]);
  const state = useSyncExternalStore(feed?.subscribe ?? never, feed?.get ?? emptyFeed, emptyFeed);
  return { ...state, retry: () => feed?.retry() };
}

const never = () => () => undefined;
