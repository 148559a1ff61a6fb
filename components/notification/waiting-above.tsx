'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { NewPill } from '@/components/realtime/hold-back';
import { ledgerOf } from '@/lib/client/notification/notification-ledger';
import { useOnFresh } from '@/lib/client/realtime/realtime-provider';

const none: ReadonlySet<string> = new Set();

/** How many have arrived further up than what is kept; a press begins there anew. */
export function WaitingAbove({ isAbove, toTop }: { isAbove: boolean; toTop: () => void }) {
  const queryClient = useQueryClient();
  const [ids, setIds] = useState(none);
  useOnFresh((id) => {
    if (isAbove && ledgerOf(queryClient).arrived.has(id)) setIds((all) => new Set(all).add(id));
  });
  useEffect(() => {
    if (!isAbove) setIds(none);
  }, [isAbove]);
  return <NewPill waiting={ids.size} onShow={toTop} />;
}
