import { useEffect, useState } from 'react';
import { createDeskSocket, type DeskSocket } from './desk-socket';

/** The desk's connection while the page is open; `null` for the first moment. */
export function useDeskSocket(): DeskSocket | null {
  const [socket, setSocket] = useState<DeskSocket | null>(null);
  useEffect(() => {
    const opened = createDeskSocket();
    setSocket(opened);
    return () => opened.close();
  }, []);
  return socket;
}
