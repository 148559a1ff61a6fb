import { useMutation, useQueryClient } from '@tanstack/react-query';
import { requestJson } from '../http/request-json';
import { timetableKeys } from '../timetable/timetable-keys';

const fetchShape = () => import('@/lib/contracts/http/plan').then((module) => module.TimetableView);

/** `PATCH /api/timetables/{id}`: the version that was on the screen. */
export function useRenameTimetable(id: string) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: ({ name, version }: { name: string; version: number }) =>
      requestJson(fetchShape, `/api/timetables/${encodeURIComponent(id)}`, {
        method: 'PATCH',
        body: { name },
        ifMatch: `v${version}`,
      }),
    onSettled: () => queryClient.invalidateQueries({ queryKey: timetableKeys.all }),
  });
}
