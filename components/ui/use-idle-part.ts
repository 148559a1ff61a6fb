import { type ComponentType, useEffect, useState } from 'react';
import { useFetchedPart } from './use-fetched-part';
import { whenIdle } from './when-idle';

/** A component that is fetched once the page is up and idles. */
export function useIdlePart<P>(fetchPart: () => Promise<ComponentType<P>>): ComponentType<P> | undefined {
  const [isPageUp, setIsPageUp] = useState(false);
  useEffect(() => whenIdle(() => setIsPageUp(true)), []);
  return useFetchedPart(fetchPart, { isWanted: isPageUp });
}
