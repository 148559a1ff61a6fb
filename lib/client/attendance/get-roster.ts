import { queryOptions } from '@tanstack/react-query';
import type { Roster } from '@/lib/contracts/http/attendance';
import { requestJson } from '../http/request-json';
import { attendanceKeys } from './attendance-keys';
import { withNewerMarks } from './cache-roster';

const fetchShape = () => import('@/lib/contracts/http/attendance').then((module) => module.Roster);

/** `GET /api/attendance/sessions/{id}`: a class and everybody in it. */
export function rosterOptions(id: string) {
  const queryKey = attendanceKeys.roster(id);
  return queryOptions({
    queryKey,
    queryFn: async ({ signal, client }) => {
      const path = `/api/attendance/sessions/${encodeURIComponent(id)}`;
      const fetched = await requestJson(fetchShape, path, { signal });
      return withNewerMarks(client.getQueryData<Roster>(queryKey), fetched);
    },
  });
}
