import { useEffect, useRef } from 'react';
import { keptToken, takeToken } from '@/lib/client/check-in/kept-token';

/**
 * Calls back with the token of the QR code: of the address the page was opened with, one that was kept over a log-in, and one
 * that is scanned while the page is open.
 */
export function useScannedToken(onToken: (token: string) => void): void {
  const latest = useRef(onToken);
  useEffect(() => {
    latest.current = onToken;
  });
  const isOpened = useRef(false);
  useEffect(() => {
    const send = (token: string | null) => {
      if (token !== null) latest.current(token);
    };
    // Development opens each page twice.
    if (!isOpened.current) send(takeToken() ?? keptToken());
    isOpened.current = true;
    const look = () => send(takeToken());
    window.addEventListener('hashchange', look);
    return () => window.removeEventListener('hashchange', look);
  }, []);
}
