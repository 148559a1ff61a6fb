import { useMutation, useQueryClient } from '@tanstack/react-query';
import { requestJson } from '../http/request-json';
import { timetableKeys } from './timetable-keys';

const fetchShape = () => import('@/lib/contracts/http/timetable').then((module) => module.Meeting);

/** What is different on one day; what is left out is as planned. */
export interface DayChange {
  entry_id: string;
  day: string;
  cancelled: boolean;
  new_day: string;
  start_time: string;
  end_time: string;
  room_id: string | null;
  faculty_id: string | null;
  message: string;
}

/** `POST /api/timetable/changes` */
export function useChangeClass() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (body: DayChange) =>
      requestJson(fetchShape, '/api/timetable/changes', { method: 'POST', body }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: timetableKeys.all }),
  });
}

/** `DELETE /api/timetable/changes/{id}` */
export function useUndoChange() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (id: string) =>
      requestJson(fetchShape, `/api/timetable/changes/${encodeURIComponent(id)}`, { method: 'DELETE' }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: timetableKeys.all }),
  });
}
