'use client';

import { useRouter } from 'next/navigation';
import { type ReactNode, useEffect, useRef } from 'react';
import { Toaster } from '@/components/ui/toaster';
import { useIdlePart } from '@/components/ui/use-idle-part';
import { RealtimeProvider } from '@/lib/client/realtime/realtime-provider';
import { reportFault } from '@/lib/client/realtime/report-fault';
import { MeProvider, useMe } from '@/lib/client/session/me-context';
import { rememberLanguage } from '@/lib/client/text/remember-language';
import type { Me } from '@/lib/contracts/http/me';

/** Nothing is told before something has come. The row is in the list in any case. */
const withToasts = (tell: (toasts: typeof import('./toasts')) => void): void =>
  void import('./toasts').then(tell, (error: unknown) =>
    reportFault({ kind: 'offline.unavailable', detail: String(error) }),
  );

/** Everything below is live for `me`: who they are, their cache, their connection, and toasts for what arrives. */
export function LiveSession({ me, children }: { me: Me; children: ReactNode }) {
  return (
    <RealtimeProvider
      reader={{ id: me.id, role: me.role, departmentId: me.department?.id ?? null }}
      onArrived={(...arrival) => withToasts(({ showArrival }) => showArrival(...arrival))}
      onCaughtUp={(missed) => withToasts(({ showCaughtUp }) => showCaughtUp(missed))}
    >
      <MeProvider me={me}>
        {children}
        <Toaster />
        <FollowLanguage />
        <FollowAccess />
        <IdleParts />
      </MeProvider>
    </RealtimeProvider>
  );
}

const fetchParts = () => import('./session-parts').then((module) => module.SessionParts);

function IdleParts() {
  const SessionParts = useIdlePart(fetchParts);
  return SessionParts ? <SessionParts /> : null;
}

/** Another language or time zone, chosen here or on another device: the server renders the page in it. */
function FollowLanguage() {
  const { locale, time_zone } = useMe();
  const router = useRouter();
  // A language chosen before signing in stays when the profile names none.
  useEffect(() => {
    if (locale) rememberLanguage(locale);
  }, [locale]);
  const shown = useRef({ locale, time_zone });
  useEffect(() => {
    if (shown.current.locale === locale && shown.current.time_zone === time_zone) return;
    shown.current = { locale, time_zone };
    router.refresh();
  }, [locale, time_zone, router]);
  return null;
}

/**
 * Another role or department, given by an administrator: the page is asked for anew, as a whole. The server knows what may
 * still be shown, and nothing of what was allowed before stays in memory.
 */
function FollowAccess() {
  const { role, department } = useMe();
  const departmentId = department?.id ?? null;
  const shown = useRef({ role, departmentId });
  useEffect(() => {
    if (shown.current.role === role && shown.current.departmentId === departmentId) return;
    window.location.reload();
  }, [role, departmentId]);
  return null;
}
