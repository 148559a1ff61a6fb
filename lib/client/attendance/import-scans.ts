import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ScanPlan } from '@/lib/contracts/http/attendance-import';
import { requestJson } from '../http/request-json';
import { attendanceKeys } from './attendance-keys';

const path = '/api/attendance/imports';
const shapes = () => import('@/lib/contracts/http/attendance-import');

/** `POST /api/attendance/imports`: the dry run. */
export function useTryScans() {
  return useMutation({
    mutationFn: (body: { course_id: string; file_name: string; content: string }) =>
      requestJson(() => shapes().then((module) => module.ScanPlan), path, { method: 'POST', body }),
  });
}

/** `POST /api/attendance/imports/{id}/confirm`; an import has one outcome, so its id is the key. */
export function useConfirmScans() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: ({ id, digest }: ScanPlan) =>
      requestJson(() => shapes().then((module) => module.ScanResult), `${path}/${id}/confirm`, {
        method: 'POST',
        body: { digest },
        idempotencyKey: id,
      }),
    onSettled: () => queryClient.invalidateQueries({ queryKey: attendanceKeys.all }),
  });
}
