import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Me } from '@/lib/contracts/http/me';
import type { ChangeProfile } from '@/lib/contracts/http/me-requests';
import { requestJson } from '../http/request-json';
import { meKeys } from './me-keys';

/** `PATCH /api/me` */
export function useChangeProfile() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (body: ChangeProfile) => requestJson(Me, '/api/me', { method: 'PATCH', body }),
    onSuccess: (me) => queryClient.setQueryData(meKeys.me, me),
  });
}
