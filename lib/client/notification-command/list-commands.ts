import { infiniteQueryOptions, keepPreviousData } from '@tanstack/react-query';
import type { CommandStatus } from '@/lib/contracts/http/notification-command';
import { noCursor } from '../http/page-items';
import { requestJson } from '../http/request-json';
import { searchOf } from '../http/search-of';
import { commandKey } from './command-key';

const fetchShape = () =>
  import('@/lib/contracts/http/notification-command').then((module) => module.CommandList);

/** `GET /api/notification-commands`, newest first. */
export function commandListOptions(filter: { status?: CommandStatus }) {
  return infiniteQueryOptions({
    queryKey: [...commandKey, filter],
    queryFn: ({ pageParam, signal }) =>
      requestJson(fetchShape, `/api/notification-commands${searchOf({ ...filter, cursor: pageParam })}`, {
        signal,
      }),
    initialPageParam: noCursor(),
    getNextPageParam: (page) => page.next_cursor,
    placeholderData: keepPreviousData,
  });
}
