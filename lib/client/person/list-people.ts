import { infiniteQueryOptions, keepPreviousData } from '@tanstack/react-query';
import type { PersonFilter } from '@/lib/contracts/http/person-requests';
import { requestJson } from '../http/request-json';
import { searchOf } from '../http/search-of';
import { personKeys } from './person-keys';

const fetchShape = () => import('@/lib/contracts/http/person').then((module) => module.PersonList);

/** Who scrolls through ten thousand asks a hundred times. */
const PAGE = 100;

/** `GET /api/people`, by name. While the next words are searched the last answer stays. */
export function personListOptions(filter: Partial<PersonFilter>) {
  return infiniteQueryOptions({
    queryKey: personKeys.list(filter),
    queryFn: ({ pageParam, signal }) =>
      requestJson(fetchShape, `/api/people${searchOf({ ...filter, cursor: pageParam, limit: PAGE })}`, {
        signal,
      }),
    initialPageParam: '',
    getNextPageParam: (page) => page.next_cursor,
    placeholderData: keepPreviousData,
  });
}
