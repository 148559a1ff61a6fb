import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { Overview } from '@/lib/contracts/http/overview';
import { requestJson } from '../http/request-json';
import { overviewKey } from './overview-key';

/** `GET /api/overview`. Pushes tell of events; who comes and goes no event tells, so it is asked for as well. */
export function overviewOptions(timeZone: string) {
  return queryOptions({
    queryKey: [...overviewKey, timeZone],
    queryFn: ({ signal }) =>
      requestJson(Overview, `/api/overview?${new URLSearchParams({ time_zone: timeZone })}`, { signal }),
    placeholderData: keepPreviousData,
    refetchInterval: 60_000,
  });
}
