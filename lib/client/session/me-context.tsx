'use client';

import { useQuery, useQueryClient } from '@tanstack/react-query';
import { createContext, type ReactNode, useContext, useEffect } from 'react';
import type { Me } from '@/lib/contracts/http/me';
import { meOptions } from './get-me';
import { meKeys } from './me-keys';

const MeContext = createContext<Me | null>(null);

/** Who is signed in, as the server said when it rendered the page; pushes keep it right from then on. */
export function MeProvider({ me, children }: { me: Me; children: ReactNode }) {
  const queryClient = useQueryClient();
  useEffect(() => {
    queryClient.setQueryData(meKeys.me, me);
  }, [queryClient, me]);
  return <MeContext value={me}>{children}</MeContext>;
}

export function useMe(): Me {
  const rendered = useContext(MeContext);
  if (!rendered) throw new Error('useMe needs a MeProvider above it');
  return useQuery({ ...meOptions(), initialData: rendered }).data;
}
