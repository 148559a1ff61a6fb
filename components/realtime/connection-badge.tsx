'use client';

import { clsx } from 'clsx';
import { useEffect, useState } from 'react';
import type { Connection } from '@/lib/client/realtime/connection-store';
import { useConnection } from '@/lib/client/realtime/realtime-provider';
import { useFormat, useText } from '@/lib/client/text/text-context';

const dots: Record<Connection['status'], string> = {
  connecting: 'border border-line-strong',
  live: 'bg-live',
  reconnecting: 'bg-warn',
  offline: 'bg-ink-3',
};

/** Whether what is on screen is live. On a phone the dot alone while it is; otherwise always in words. */
export function ConnectionBadge() {
  return <ConnectionState connection={useConnection()} />;
}

export function ConnectionState({ connection }: { connection: Connection }) {
  const text = useText().realtime;
  const format = useFormat();
  const now = useSeconds(connection.status === 'reconnecting');
  const words =
    connection.status === 'offline'
      ? text.offlineSince(format.clock(connection.since))
      : text[connection.status];
  return (
    <p className="flex items-center gap-2 px-2 text-sm text-ink-2">
      <span aria-hidden="true" className={clsx('size-2 shrink-0 rounded-full', dots[connection.status])} />
      {/* Told once per state: a screen reader must not count the seconds. */}
      <span role="status" aria-label={text.connection} className="sr-only">
        {words}
      </span>
      <span aria-hidden="true" className={clsx(connection.status === 'live' && 'max-md:hidden')}>
        {connection.status === 'reconnecting'
          ? text.reconnectingFor(Math.max(0, Math.round((now - connection.since) / 1000)))
          : words}
      </span>
    </p>
  );
}

/** The time, every second while `isRunning`. */
function useSeconds(isRunning: boolean): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    if (!isRunning) return;
    setNow(Date.now());
    const timer = setInterval(() => setNow(Date.now()), 1_000);
    return () => clearInterval(timer);
  }, [isRunning]);
  return now;
}
