import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { RosterPlan } from '@/lib/contracts/http/roster-import';
import { requestJson } from '../http/request-json';

const path = '/api/roster-imports';
const shapes = () => import('@/lib/contracts/http/roster-import');

/** `POST /api/roster-imports`: the dry run. */
export function useTryRoster() {
  return useMutation({
    mutationFn: (body: { files: Readonly<Record<string, string>>; seats: number }) =>
      requestJson(() => shapes().then(({ RosterPlan: shape }) => shape), path, { method: 'POST', body }),
  });
}

/** `POST /api/roster-imports/{id}/confirm`; an import has one outcome, so its id is the key. Nearly every list may be another after it. */
export function useConfirmRoster() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: ({ id, digest }: RosterPlan) =>
      requestJson(() => shapes().then(({ RosterResult: shape }) => shape), `${path}/${id}/confirm`, {
        method: 'POST',
        body: { digest },
        idempotencyKey: id,
      }),
    onSettled: () => queryClient.invalidateQueries(),
  });
}
