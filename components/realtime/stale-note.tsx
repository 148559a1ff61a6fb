'use client';

import { RelativeTime } from '@/components/ui/relative-time';
import { useConnection } from '@/lib/client/realtime/realtime-provider';

/** While there is no connection: how old what is shown is, and that it will come right by itself. */
export function StaleNote({ updatedAt }: { updatedAt: number }) {
  const { status } = useConnection();
  if (status !== 'offline' || updatedAt === 0) return null;
  return (
    <p className="mb-3 border-l-2 border-line-strong pl-3 text-ink-2">
      You are offline. This was loaded <RelativeTime at={new Date(updatedAt).toISOString()} />; what you
      missed comes when the connection is back.
    </p>
  );
}
