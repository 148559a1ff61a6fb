'use client';

import { useEffect, useState } from 'react';
import type { DialogProps } from './dialog-window';
import { useFetchedPart } from './use-fetched-part';
import { whenIdle } from './when-idle';

const fetchWindow = () => import('./dialog-window').then((module) => module.DialogWindow);

/** A question over the page. Its window is fetched while the page idles, so it is there by the time it is asked for. */
export function Dialog(props: DialogProps) {
  const [isPageUp, setIsPageUp] = useState(false);
  useEffect(() => whenIdle(() => setIsPageUp(true)), []);
  const { open, onOpenChange } = props;
  const Window = useFetchedPart(fetchWindow, {
    isWanted: open || isPageUp,
    ...(open ? { onFailed: () => onOpenChange(false) } : {}),
  });
  return Window ? <Window {...props} /> : null;
}
