import { queryOptions } from '@tanstack/react-query';
import { EventCatalogue } from '@/lib/contracts/http/event-desk';
import { requestJson } from '../http/request-json';

/** `GET /api/events/catalogue`; it changes only with a new version of the product. */
export const eventCatalogueOptions = queryOptions({
  queryKey: ['event-desk', 'catalogue'],
  queryFn: ({ signal }) => requestJson(EventCatalogue, '/api/events/catalogue', { signal }),
  staleTime: Number.POSITIVE_INFINITY,
});
