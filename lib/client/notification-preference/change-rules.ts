import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type { MandatoryChannels } from '@/lib/contracts/http/notification-preference';
import { requestJson } from '../http/request-json';

const fetchShape = () =>
  import('@/lib/contracts/http/notification-preference').then((module) => module.NotificationRules);

/** `GET /api/notification-rules`. No event tells of them: they are asked for anew when they are looked at. */
export function rulesOptions() {
  return queryOptions({
    queryKey: ['notification-rules'],
    queryFn: ({ signal }) => requestJson(fetchShape, '/api/notification-rules', { signal }),
    staleTime: 0,
    refetchOnWindowFocus: true,
  });
}

/** `PUT /api/notification-rules` over the version that was seen. */
export function useChangeRules() {
  const queryClient = useQueryClient();
  const { queryKey } = rulesOptions();
  return useMutation({
    mutationFn: ({ rules, version }: { rules: readonly MandatoryChannels[]; version: number }) =>
      requestJson(fetchShape, '/api/notification-rules', {
        method: 'PUT',
        body: { rules },
        ifMatch: `v${version}`,
      }),
    onSuccess: (rules) => queryClient.setQueryData(queryKey, rules),
  });
}
