'use client';

import type { ReactNode } from 'react';
import { RealtimeProvider } from '@/lib/client/realtime/realtime-provider';
import { MeProvider } from '@/lib/client/session/me-context';
import type { Me } from '@/lib/contracts/http/me';
import { showArrival, showCaughtUp, Toasts } from './toasts';

/** Everything below is live for `me`: who they are, their cache, their connection, and toasts for what arrives. */
export function LiveSession({ me, children }: { me: Me; children: ReactNode }) {
  return (
    <MeProvider me={me}>
      <RealtimeProvider userId={me.id} onArrived={showArrival} onCaughtUp={showCaughtUp}>
        {children}
        <Toasts />
      </RealtimeProvider>
    </MeProvider>
  );
}
