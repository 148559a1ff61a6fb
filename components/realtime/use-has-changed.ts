import { useEffect, useRef, useState } from 'react';

const freshFor = 6_000;

/** True for some seconds after each change, not for the first value. */
export function useHasChanged(value: number | undefined): boolean {
  const last = useRef(value);
  const [changed, setChanged] = useState(0);
  useEffect(() => {
    if (last.current !== undefined && value !== last.current) setChanged((count) => count + 1);
    last.current = value;
  }, [value]);
  useEffect(() => {
    if (changed === 0) return;
    const timer = setTimeout(() => setChanged(0), freshFor);
    return () => clearTimeout(timer);
  }, [changed]);
  return changed > 0;
}
