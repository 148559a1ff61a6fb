'use client';

import type { ReactNode } from 'react';
import { Toaster } from '@/components/ui/toaster';
import { RealtimeProvider } from '@/lib/client/realtime/realtime-provider';
import { MeProvider } from '@/lib/client/session/me-context';
import type { Me } from '@/lib/contracts/http/me';

const silent = () => undefined;

/** Live as every page is; but what arrives for whoever is signed in is told nowhere: a hall reads along. */
export function WallSession({ me, children }: { me: Me; children: ReactNode }) {
  return (
    <RealtimeProvider
      reader={{ id: me.id, role: me.role, departmentId: me.department?.id ?? null }}
      onArrived={silent}
      onCaughtUp={silent}
    >
      <MeProvider me={me}>
        {children}
        <Toaster />
      </MeProvider>
    </RealtimeProvider>
  );
}
