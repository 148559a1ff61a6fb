import { useMutation, useQueryClient } from '@tanstack/react-query';
import { requestJson } from '../http/request-json';
import { meKeys } from './me-keys';

const fetchShape = () => import('@/lib/contracts/http/session').then((module) => module.SessionsEnded);

export type WhichSessions = { id: string } | 'others' | 'everywhere';

/** `DELETE /api/me/sessions/{id}`, or of all others, or of all. */
export function useEndSessions() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (which: WhichSessions) => requestJson(fetchShape, pathOf(which), { method: 'DELETE' }),
    onSettled: (_ended, error, which) => {
      // Signed out everywhere there is nothing left to ask, nor anybody who may: the page is about to be left.
      if (which === 'everywhere' && error === null) return;
      return queryClient.invalidateQueries({ queryKey: meKeys.sessions });
    },
  });
}

function pathOf(which: WhichSessions): string {
  if (which === 'others') return '/api/me/sessions';
  if (which === 'everywhere') return '/api/me/sessions?everywhere=true';
  return `/api/me/sessions/${encodeURIComponent(which.id)}`;
}
