'use client';

import { clsx } from 'clsx';
import { format } from 'date-fns';
import { useEffect, useState } from 'react';
import type { Connection } from '@/lib/client/realtime/connection';
import { useConnection } from '@/lib/client/realtime/realtime-provider';

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
  const now = useSeconds(connection.status === 'reconnecting');
  return (
    <p className="flex items-center gap-2 px-2 text-sm text-ink-2">
      <span aria-hidden="true" className={clsx('size-2 shrink-0 rounded-full', dots[connection.status])} />
      {/* Told once per state: a screen reader must not count the seconds. */}
      <span role="status" aria-label="Connection" className="sr-only">
        {stateInWords(connection)}
      </span>
      <span aria-hidden="true" className={clsx(connection.status === 'live' && 'max-md:hidden')}>
        {stateInWords(connection)}
        {connection.status === 'reconnecting' &&
          `, ${Math.max(0, Math.round((now - connection.since) / 1000))} s`}
      </span>
    </p>
  );
}

function stateInWords(connection: Connection): string {
  if (connection.status === 'offline') return `Offline since ${format(connection.since, 'HH:mm')}`;
  return wordOf[connection.status];
}

const wordOf = { connecting: 'Connecting', live: 'Live', reconnecting: 'Reconnecting' } as const;

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
