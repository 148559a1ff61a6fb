import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { requestJson } from '../http/request-json';
import { overviewKey } from './overview-key';

const fetchShape = () => import('@/lib/contracts/http/overview').then((module) => module.Overview);

/** `GET /api/overview`. Pushes tell of events; who comes and goes no event tells, so it is asked for as well. */
export function overviewOptions(timeZone: string) {
  return queryOptions({
    queryKey: [...overviewKey, timeZone],
    queryFn: ({ signal }) =>
      requestJson(fetchShape, `/api/overview?${new URLSearchParams({ time_zone: timeZone })}`, { signal }),
    placeholderData: keepPreviousData,
    refetchInterval: 60_000,
  });
}
