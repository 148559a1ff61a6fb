import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ChangeSettings } from '@/lib/contracts/http/settings';
import { requestJson } from '../http/request-json';
import { settingsOptions } from './get-settings';

const fetchShape = () => import('@/lib/contracts/http/settings').then((module) => module.Settings);

/** `PATCH /api/settings`, shown at once; a refusal loads the truth back. */
export function useChangeSettings() {
  const queryClient = useQueryClient();
  const { queryKey } = settingsOptions();
  return useMutation({
    mutationFn: (body: ChangeSettings) => requestJson(fetchShape, '/api/settings', { method: 'PATCH', body }),
    onMutate: async (change) => {
      // An answer that is on its way knows nothing of the change.
      await queryClient.cancelQueries({ queryKey });
      queryClient.setQueryData(queryKey, (settings) => settings && { ...settings, ...change });
    },
    onSuccess: (settings) => queryClient.setQueryData(queryKey, settings),
    onError: () => queryClient.invalidateQueries({ queryKey }),
  });
}
