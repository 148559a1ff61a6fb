import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ImportMapping, ImportPlan } from '@/lib/contracts/http/person-import';
import { requestJson } from '../http/request-json';
import { personKeys } from './person-keys';

const path = '/api/people/imports';
const shapes = () => import('@/lib/contracts/http/person-import');

/** `POST /api/people/imports`: the dry run. */
export function useTryImport() {
  return useMutation({
    mutationFn: (body: { file_name: string; content: string; mapping?: ImportMapping }) =>
      requestJson(() => shapes().then(({ ImportPlan: shape }) => shape), path, { method: 'POST', body }),
  });
}

/** `POST /api/people/imports/{id}/confirm`; an import has one outcome, so its id is the key. */
export function useConfirmImport() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: ({ id, digest }: ImportPlan) =>
      requestJson(() => shapes().then(({ ImportResult: shape }) => shape), `${path}/${id}/confirm`, {
        method: 'POST',
        body: { digest },
        idempotencyKey: id,
      }),
    onSettled: () => queryClient.invalidateQueries({ queryKey: personKeys.all }),
  });
}

/** Where the list of errors of a dry run is. */
export const importErrorsPath = (id: string) => `${path}/${id}/errors`;
