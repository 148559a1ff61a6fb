import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ChangeSettings, Settings } from '@/lib/contracts/http/settings';
import { requestJson } from '../http/request-json';
import { settingsOptions } from './get-settings';

/** `PATCH /api/settings` */
export function useChangeSettings() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (body: ChangeSettings) => requestJson(Settings, '/api/settings', { method: 'PATCH', body }),
    onSuccess: (settings) => queryClient.setQueryData(settingsOptions().queryKey, settings),
  });
}
