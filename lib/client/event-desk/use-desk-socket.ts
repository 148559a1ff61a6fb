import { useEffect, useState } from 'react';
import { startWhenFetched } from '../realtime/start-when-fetched';
import type { DeskSocket } from './desk-socket';

/** The desk's connection while the page is open; `null` until its code has come. */
export function useDeskSocket(): DeskSocket | null {
  const [socket, setSocket] = useState<DeskSocket | null>(null);
  useEffect(
    () =>
      startWhenFetched({
        fetchPart: () => import('./desk-socket'),
        start: ({ createDeskSocket }) => {
          const opened = createDeskSocket();
          setSocket(opened);
          return () => opened.close();
        },
      }),
    [],
  );
  return socket;
}
