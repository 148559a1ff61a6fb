'use client';

import { useSyncExternalStore } from 'react';
import { keptSince } from '@/lib/client/http/kept-answers';
import { useConnection } from '@/lib/client/realtime/realtime-provider';
import { useFormat, useText } from '@/lib/client/text/text-context';

/** While there is no connection: how old what is shown is, and that it will come right by itself. */
export function StaleNote() {
  const connection = useConnection();
  const kept = useSyncExternalStore(keptSince.subscribe, keptSince.get, () => null);
  const text = useText().realtime;
  const format = useFormat();
  if (connection.status === 'live') return null;
  const asOf = kept ?? (connection.status === 'offline' ? connection.since : null);
  if (asOf === null) return null;
  const isToday = format.date(asOf) === format.date(Date.now());
  return (
    <p className="mb-3 border-l-2 border-line-strong pl-3 text-ink-2">
      {text.stale(isToday ? format.clock(asOf) : format.dateTime(asOf))}
    </p>
  );
}
