import { useMutation, useQueryClient } from '@tanstack/react-query';
import { anyAnswer } from '../http/any-answer';
import { requestJson } from '../http/request-json';
import { timetableKeys } from '../timetable/timetable-keys';

const fetchShape = () => import('@/lib/contracts/http/timetable').then((module) => module.WrittenHoliday);

interface NewHoliday {
  term_id: string;
  day: string;
  name: string;
}

/** `POST /api/holidays`, once for a key. */
export function useAddHoliday() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: ({ key, body }: { key: string; body: NewHoliday }) =>
      requestJson(fetchShape, '/api/holidays', { method: 'POST', body, idempotencyKey: key }),
    onSettled: () => queryClient.invalidateQueries({ queryKey: timetableKeys.all }),
  });
}

/** `DELETE /api/holidays/{id}` */
export function useRemoveHoliday(id: string) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: () => requestJson(anyAnswer, `/api/holidays/${id}`, { method: 'DELETE' }),
    onSettled: () => queryClient.invalidateQueries({ queryKey: timetableKeys.all }),
  });
}
