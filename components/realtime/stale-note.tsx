'use client';

import { RelativeTime } from '@/components/ui/relative-time';
import { useConnection } from '@/lib/client/realtime/realtime-provider';

/** While there is no connection: how old what is shown is, and that it will come right by itself. */
export function StaleNote() {
  const connection = useConnection();
  if (connection.status !== 'offline') return null;
  return (
    <p className="mb-3 border-l-2 border-line-strong pl-3 text-ink-2">
      You are offline. This was right <RelativeTime at={new Date(connection.since).toISOString()} />; what you
      miss comes as soon as you are back.
    </p>
  );
}
