import { queryOptions } from '@tanstack/react-query';
import { requestJson } from '../http/request-json';

const fetchShape = () => import('@/lib/contracts/http/event-desk').then((module) => module.EventCatalogue);

/** `GET /api/events/catalogue`; it changes only with a new version of the product. */
export const eventCatalogueOptions = queryOptions({
  queryKey: ['event-desk', 'catalogue'],
  queryFn: ({ signal }) => requestJson(fetchShape, '/api/events/catalogue', { signal }),
  staleTime: Number.POSITIVE_INFINITY,
});
