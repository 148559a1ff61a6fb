'use client';

import { useEffect, useState } from 'react';
import { useFetchedPart } from '@/components/ui/use-fetched-part';
import { useMe } from '@/lib/client/session/me-context';

/** How long before its end a session warns, ms; of a short one, the last third. */
const WARNING_MS = 5 * 60_000;
/** A browser's timers take no more. */
const LONGEST_TIMER_MS = 2 ** 31 - 1;

const fetchDialog = () => import('./session-expiry-dialog').then((module) => module.SessionExpiryDialog);

/** Warns before the session ends by itself, while there is time to stay signed in. */
export function SessionExpiry() {
  const { session_expires_at } = useMe();
  const [warnedOf, setWarnedOf] = useState<string | null>(null);
  const [round, setRound] = useState(0);
  useEffect(() => {
    const left = new Date(session_expires_at).getTime() - Date.now();
    const wait = Math.max(left - Math.min(WARNING_MS, left / 3), 0);
    const timer = setTimeout(
      () => (wait > LONGEST_TIMER_MS ? setRound(round + 1) : setWarnedOf(session_expires_at)),
      Math.min(wait, LONGEST_TIMER_MS),
    );
    return () => clearTimeout(timer);
  }, [session_expires_at, round]);
  const isWarned = warnedOf === session_expires_at;
  const Dialog = useFetchedPart(fetchDialog, { isWanted: isWarned });
  return Dialog ? (
    <Dialog open={isWarned} endsAt={session_expires_at} onClose={() => setWarnedOf(null)} />
  ) : null;
}
