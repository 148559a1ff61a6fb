import { queryOptions } from '@tanstack/react-query';
import { requestJson } from '../http/request-json';
import { checkInKeys } from './check-in-keys';
import { checkInPath } from './get-wall';

const fetchShape = () => import('@/lib/contracts/http/check-in').then((module) => module.CheckInCode);

/** What is on the wall, and for how long, by the clock of {@link performance} alone: the wall's own clock may be wrong. */
export interface TimedCode {
  readonly address: string;
  readonly code: string;
  readonly qr: { size: number; path: string };
  readonly changesAt: number;
  readonly endsAt: number;
}

const AGAIN_AFTER_FAILURE_MS = 1_000;
const LEAST_WAIT_MS = 250;

/** `GET /api/attendance/sessions/{id}/check-in/code`, again whenever the next one is due. */
export function codeOptions(sessionId: string) {
  return queryOptions({
    queryKey: checkInKeys.code(sessionId),
    queryFn: async ({ signal }): Promise<TimedCode> => {
      const answer = await requestJson(fetchShape, `${checkInPath(sessionId)}/code`, { signal });
      const { qr, address, code } = answer;
      const ahead = performance.now() - Date.parse(answer.server_time);
      const [changesAt, endsAt] = [Date.parse(answer.changes_at) + ahead, Date.parse(answer.ends_at) + ahead];
      return { qr, address, code, changesAt, endsAt };
    },
    staleTime: 0,
    gcTime: 0,
    retry: false,
    refetchIntervalInBackground: true,
    refetchInterval: ({ state }) =>
      state.status === 'success' && state.data
        ? Math.max(LEAST_WAIT_MS, state.data.changesAt - performance.now())
        : AGAIN_AFTER_FAILURE_MS,
  });
}
