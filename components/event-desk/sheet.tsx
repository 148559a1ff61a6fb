'use client';

import { useFetchedPart } from '@/components/ui/use-fetched-part';
import type { SheetProps } from './sheet-window';

const fetchWindow = () => import('./sheet-window').then((module) => module.SheetWindow);

/** A pane of the desk over the list; what draws it is fetched as the first one opens. */
export function Sheet(props: SheetProps) {
  const Window = useFetchedPart(fetchWindow, { isWanted: props.open, onFailed: props.onClose });
  return Window ? <Window {...props} /> : null;
}
