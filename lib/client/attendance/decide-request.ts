import { useMutation, useQueryClient } from '@tanstack/react-query';
import { requestJson } from '../http/request-json';
import { requestShape } from './ask-correction';
import { attendanceKeys } from './attendance-keys';

const path = (id: string) => `/api/attendance/requests/${encodeURIComponent(id)}`;

/** Where the file of a request is. */
export const requestFilePath = (id: string) => `${path(id)}/file`;

/** `POST /api/attendance/requests/{id}/decide`, of the mark that was looked at. */
export function useDecideRequest(id: string) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (body: { accept: boolean; answer: string; mark_version: number }) =>
      requestJson(requestShape, `${path(id)}/decide`, { method: 'POST', body }),
    // Also when it is refused: then it is another than was shown.
    onSettled: () => queryClient.invalidateQueries({ queryKey: attendanceKeys.all }),
  });
}

/** `POST /api/attendance/requests/{id}/withdraw` */
export function useWithdrawRequest(id: string) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: () => requestJson(requestShape, `${path(id)}/withdraw`, { method: 'POST' }),
    onSettled: () => queryClient.invalidateQueries({ queryKey: attendanceKeys.requests }),
  });
}
