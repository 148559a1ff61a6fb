import { queryOptions } from '@tanstack/react-query';
import { requestJson } from '../http/request-json';
import { personKeys } from './person-keys';

const fetchShape = () => import('@/lib/contracts/http/person').then((module) => module.PersonView);
const fetchSessions = () => import('@/lib/contracts/http/session').then((module) => module.SessionList);
export const personPath = (id: string) => `/api/people/${encodeURIComponent(id)}`;

/** `GET /api/people/{id}` */
export function personOptions(id: string) {
  return queryOptions({
    queryKey: personKeys.detail(id),
    queryFn: ({ signal }) => requestJson(fetchShape, personPath(id), { signal }),
  });
}

/** `GET /api/people/{id}/sessions` */
export function personSessionsOptions(id: string) {
  return queryOptions({
    queryKey: personKeys.sessions(id),
    queryFn: ({ signal }) => requestJson(fetchSessions, `${personPath(id)}/sessions`, { signal }),
    staleTime: 0,
  });
}
