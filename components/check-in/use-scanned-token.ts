import { useEffect, useRef } from 'react';
import { takeToken } from '@/lib/client/check-in/kept-token';

/** Calls back with the token of the QR code: of the address the page was opened with, and of one that is scanned while it is open. */
export function useScannedToken(onToken: (token: string) => void): void {
  const latest = useRef(onToken);
  useEffect(() => {
    latest.current = onToken;
  });
  useEffect(() => {
    const look = () => {
      const token = takeToken();
      if (token !== null) latest.current(token);
    };
    look();
    window.addEventListener('hashchange', look);
    return () => window.removeEventListener('hashchange', look);
  }, []);
}
