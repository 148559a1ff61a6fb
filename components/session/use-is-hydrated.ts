import { useEffect, useState } from 'react';

/** Before the page has come alive, a press of a form's button would be the browser's own and lost. */
export function useIsHydrated(): boolean {
  const [isHydrated, setIsHydrated] = useState(false);
  useEffect(() => setIsHydrated(true), []);
  return isHydrated;
}
