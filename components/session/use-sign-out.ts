'use client';

import { useState } from 'react';
import { toast } from '@/components/ui/toast';
import { useEndRealtime } from '@/lib/client/realtime/realtime-provider';
import { signOutHere } from '@/lib/client/session/leave';
import { useText } from '@/lib/client/text/text-context';

/** Signs out of this browser; where the server cannot be reached, the session goes on and is said to. */
export function useSignOut(): { signOut: () => Promise<void>; isLeaving: boolean } {
  const text = useText().layout;
  const { disconnect, forget } = useEndRealtime();
  const [isLeaving, setIsLeaving] = useState(false);
  async function signOut(): Promise<void> {
    setIsLeaving(true);
    const reconnect = disconnect();
    try {
      await signOutHere(forget);
    } catch {
      reconnect();
      setIsLeaving(false);
      toast.error(text.stillSignedIn);
    }
  }
  return { signOut, isLeaving };
}
