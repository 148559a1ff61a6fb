import { useMutation, useQueryClient } from '@tanstack/react-query';
import { requestJson } from '../http/request-json';
import { attendanceKeys } from './attendance-keys';

const fetchShape = () => import('@/lib/contracts/http/attendance').then((module) => module.AttendanceSession);

/** `POST /api/attendance/sessions/{id}/close` and `…/reopen`. */
export function useMoveSession(id: string) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: ({ to }: { to: 'close' | 'reopen' }) =>
      requestJson(fetchShape, `/api/attendance/sessions/${encodeURIComponent(id)}/${to}`, {
        method: 'POST',
        body: {},
      }),
    onSettled: () =>
      Promise.all([
        queryClient.invalidateQueries({ queryKey: attendanceKeys.roster(id) }),
        queryClient.invalidateQueries({ queryKey: attendanceKeys.sessions }),
      ]),
  });
}
