import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { requestJson } from '../http/request-json';
import { searchOf } from '../http/search-of';

const fetchShape = () =>
  import('@/lib/contracts/http/conversation').then((module) => module.MessageRecipients);

/** `GET /api/message-recipients`: whom the reader may write, by name. */
export const recipientOptions = (query: string) =>
  queryOptions({
    queryKey: ['message-recipients', query],
    queryFn: ({ signal }) =>
      requestJson(fetchShape, `/api/message-recipients${searchOf({ query })}`, { signal }),
    enabled: query !== '',
    placeholderData: keepPreviousData,
  });
