import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Reach } from '@/lib/contracts/http/reach';
import { requestJson } from '../http/request-json';
import { setReach } from './cache-announcements';

/** `DELETE /api/announcements/{id}/remind` */
export function useStopReminding(id: string) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: () =>
      requestJson(Reach, `/api/announcements/${encodeURIComponent(id)}/remind`, { method: 'DELETE' }),
    onSuccess: (reach) => setReach(queryClient, id, reach),
  });
}
