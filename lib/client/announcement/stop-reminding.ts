import { useMutation, useQueryClient } from '@tanstack/react-query';
import { requestJson } from '../http/request-json';
import { setReach } from './cache-announcements';

const fetchShape = () => import('@/lib/contracts/http/reach').then((module) => module.Reach);

/** `DELETE /api/announcements/{id}/remind` */
export function useStopReminding(id: string) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: () =>
      requestJson(fetchShape, `/api/announcements/${encodeURIComponent(id)}/remind`, { method: 'DELETE' }),
    onSuccess: (reach) => setReach(queryClient, id, reach),
  });
}
