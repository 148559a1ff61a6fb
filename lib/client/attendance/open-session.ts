import { useMutation, useQueryClient } from '@tanstack/react-query';
import { v4 as newKey } from 'uuid';
import type { OpenSession } from '@/lib/contracts/http/attendance-requests';
import { requestJson } from '../http/request-json';
import { attendanceKeys } from './attendance-keys';

const fetchShape = () => import('@/lib/contracts/http/attendance').then((module) => module.AttendanceSession);

/** `POST /api/attendance/sessions`: the roster of a class of the timetable, which is the same each time, or of an extra one. */
export function useOpenSession() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: ({ key = newKey(), body }: { key?: string; body: OpenSession }) =>
      requestJson(fetchShape, '/api/attendance/sessions', { method: 'POST', body, idempotencyKey: key }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: attendanceKeys.sessions }),
  });
}
