'use client';

import { type ComponentType, useEffect, useRef, useState } from 'react';
import { ownProblem } from '@/lib/client/http/api-problem';
import { describeProblem } from '@/lib/client/text/describe-problem';
import { useText } from '@/lib/client/text/text-context';
import { toast } from './toast';

interface FetchedPartOptions {
  isWanted: boolean;
  /** Takes back what asked for it, so that it can be asked for again. */
  onFailed?: () => void;
}

/**
 * A component that no first paint waits for: its code is fetched once it is wanted, and stays. Where the code is not to be
 * had (offline), that is said when somebody waits for it.
 */
export function useFetchedPart<P>(
  fetchPart: () => Promise<ComponentType<P>>,
  { isWanted, onFailed }: FetchedPartOptions,
): ComponentType<P> | undefined {
  const [Part, setPart] = useState<ComponentType<P>>();
  const words = useText().problem;
  const failed = useRef(() => {});
  useEffect(() => {
    failed.current = () => {
      if (!onFailed) return;
      onFailed();
      toast.error(describeProblem(words, ownProblem('network.unreachable')));
    };
  });
  useEffect(() => {
    if (!isWanted) return;
    let isGone = false;
    fetchPart().then(
      (part) => !isGone && setPart(() => part),
      () => !isGone && failed.current(),
    );
    return () => {
      isGone = true;
    };
  }, [fetchPart, isWanted]);
  return Part;
}
