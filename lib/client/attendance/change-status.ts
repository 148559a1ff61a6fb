import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { AttendanceStatus } from '@/lib/contracts/http/attendance';
import type { CustomStatusView } from '@/lib/contracts/http/attendance-rules';
import { anyAnswer } from '../http/any-answer';
import { requestJson } from '../http/request-json';
import { attendanceKeys } from './attendance-keys';

const fetchShape = () =>
  import('@/lib/contracts/http/attendance-rules').then((module) => module.CustomStatusView);
const pathOf = (code: string) => `/api/attendance/statuses/${encodeURIComponent(code)}`;

/** A status as it is typed. */
export interface StatusFields {
  code: string;
  name: string;
  counts_as: AttendanceStatus;
  /** Empty: the class does not count. */
  points: string;
  is_active: boolean;
}

export const fieldsOfStatus = ({ points, ...status }: CustomStatusView): StatusFields => ({
  code: status.code,
  name: status.name,
  counts_as: status.counts_as,
  points: points === null ? '' : String(points),
  is_active: status.is_active,
});

/** `POST /api/attendance/statuses`, once for a key, or `PUT …/{code}` over the version that was seen. */
export function useSaveStatus() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (given: { fields: StatusFields; over: CustomStatusView | null; key: string }) => {
      const { fields, over, key } = given;
      const { code, points, ...rest } = fields;
      const typed = points.trim();
      const body = { ...rest, points: typed === '' ? null : Number(typed.replace(',', '.')) };
      return over
        ? requestJson(fetchShape, pathOf(over.code), {
            method: 'PUT',
            body: { ...body, position: over.position },
            ifMatch: `v${over.version}`,
          })
        : requestJson(fetchShape, '/api/attendance/statuses', {
            method: 'POST',
            body: { ...body, code },
            idempotencyKey: key,
          });
    },
    onSettled: () => queryClient.invalidateQueries({ queryKey: attendanceKeys.settings }),
  });
}

/** `DELETE /api/attendance/statuses/{code}` */
export function useDeleteStatus({ code, version }: CustomStatusView) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: () => requestJson(anyAnswer, pathOf(code), { method: 'DELETE', ifMatch: `v${version}` }),
    onSettled: () => queryClient.invalidateQueries({ queryKey: attendanceKeys.settings }),
  });
}
