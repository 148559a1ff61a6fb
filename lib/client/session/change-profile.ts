import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ChangeProfile } from '@/lib/contracts/http/me-requests';
import { requestJson } from '../http/request-json';
import { meKeys } from './me-keys';

const fetchShape = () => import('@/lib/contracts/http/me').then((module) => module.Me);

/** `PATCH /api/me` */
export function useChangeProfile() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (body: ChangeProfile) => requestJson(fetchShape, '/api/me', { method: 'PATCH', body }),
    onSuccess: (me) => queryClient.setQueryData(meKeys.me, me),
  });
}
