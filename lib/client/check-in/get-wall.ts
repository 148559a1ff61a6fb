import { queryOptions } from '@tanstack/react-query';
import type { CheckInWall } from '@/lib/contracts/http/check-in';
import { requestJson } from '../http/request-json';
import { newerMarks } from './cache-walls';
import { checkInKeys } from './check-in-keys';

const RUNNING_MS = 2_000;
const RESTING_MS = 10_000;

export const fetchWallShape = () =>
  import('@/lib/contracts/http/check-in').then((module) => module.CheckInWall);

export const checkInPath = (sessionId: string) =>
  `/api/attendance/sessions/${encodeURIComponent(sessionId)}/check-in`;

/** `GET /api/attendance/sessions/{id}/check-in` */
export function wallOptions(sessionId: string) {
  return queryOptions({
    queryKey: checkInKeys.wall(sessionId),
    queryFn: async ({ signal, client }) => {
      const wall = await requestJson(fetchWallShape, checkInPath(sessionId), { signal });
      return newerMarks(client.getQueryData<CheckInWall>(checkInKeys.wall(sessionId)), wall);
    },
    // Marks are pushed; when somebody checked in, what is doubtful, and what a colleague starts or stops, is asked for.
    refetchInterval: ({ state }) => (state.data?.is_checking_in ? RUNNING_MS : RESTING_MS),
    refetchIntervalInBackground: true,
  });
}
