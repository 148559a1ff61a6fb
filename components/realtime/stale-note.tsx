'use client';

import { useConnection } from '@/lib/client/realtime/realtime-provider';
import { useFormat, useText } from '@/lib/client/text/text-context';

/** While there is no connection: how old what is shown is, and that it will come right by itself. */
export function StaleNote() {
  const connection = useConnection();
  const text = useText().realtime;
  const format = useFormat();
  if (connection.status !== 'offline') return null;
  return (
    <p className="mb-3 border-l-2 border-line-strong pl-3 text-ink-2">
      {text.stale(format.clock(connection.since))}
    </p>
  );
}
