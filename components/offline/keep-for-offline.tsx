'use client';

import { useEffect, useRef } from 'react';
import { toast } from '@/components/ui/toast';
import { whenIdle } from '@/components/ui/when-idle';
import { useOnFresh } from '@/lib/client/realtime/realtime-provider';
import { reportFault } from '@/lib/client/realtime/report-fault';
import { useMe } from '@/lib/client/session/me-context';
import { useText } from '@/lib/client/text/text-context';
import type { Role } from '@/lib/contracts/http/me';

const homes: Readonly<Record<Role, string>> = { student: '/home', faculty: '/faculty', admin: '/inbox' };
const enough = 10 * 60_000;

/**
 * Sees to it that the app can be read without a network, where the build has a service worker. Nothing of it is loaded
 * before the page is up and idle.
 */
export function KeepForOffline() {
  const { role, locale, time_zone } = useMe();
  const text = useText().offline.update;
  const isChanged = useRef(false);
  useOnFresh(() => {
    isChanged.current = true;
  });
  /** What the kept pages are written in: in another language all of them are old. */
  const spoken = `${locale} ${time_zone}`;
  const keptIn = useRef(spoken);

  useEffect(() => {
    // Browsers have none outside a secure context.
    if (!('serviceWorker' in navigator)) return;
    const onFault = (error: unknown) => reportFault({ kind: 'offline.unavailable', detail: String(error) });
    let isOver = false;
    let stop = () => {};
    whenLoaded(() => {
      import('@/lib/client/offline/stay-readable').then(({ stayReadable }) => {
        if (isOver) return;
        stop = stayReadable({
          home: homes[role],
          olderThan: keptIn.current === spoken ? enough : 0,
          takeChange: () => {
            const was = isChanged.current;
            isChanged.current = false;
            return was;
          },
          onNewBuild: () =>
            toast.offer(text.ready, { label: text.reload, take: () => window.location.reload() }),
          onFault,
        });
        keptIn.current = spoken;
      }, onFault);
    });
    return () => {
      isOver = true;
      stop();
    };
  }, [role, spoken, text]);
  return null;
}

/** Once the page is loaded and has nothing to do; at the latest some seconds later. */
function whenLoaded(act: () => void): void {
  const wait = () => void whenIdle(act, { timeout: 5_000 });
  if (document.readyState === 'complete') wait();
  else window.addEventListener('load', wait, { once: true });
}
