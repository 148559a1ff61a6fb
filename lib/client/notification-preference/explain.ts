import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { noCursor } from '../http/page-items';
import { requestJson } from '../http/request-json';
import { searchOf } from '../http/search-of';
import { preferenceKeys } from './preference-keys';

const shapes = () => import('@/lib/contracts/http/notification-why');

/** `GET /api/notifications/{id}/why` */
export const whyOptions = (id: string) =>
  queryOptions({
    queryKey: preferenceKeys.why(id),
    queryFn: ({ signal }) =>
      requestJson(
        () => shapes().then((module) => module.NotificationWhy),
        `/api/notifications/${encodeURIComponent(id)}/why`,
        { signal },
      ),
    staleTime: 0,
  });

/** `GET /api/notifications/withheld`, newest first, a page at a time. */
export const withheldOptions = () =>
  infiniteQueryOptions({
    queryKey: preferenceKeys.withheld,
    queryFn: ({ pageParam, signal }) =>
      requestJson(
        () => shapes().then((module) => module.WithheldNotifications),
        `/api/notifications/withheld${searchOf({ cursor: pageParam })}`,
        { signal },
      ),
    initialPageParam: noCursor(),
    getNextPageParam: (page) => page.next_cursor,
    staleTime: 0,
  });

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** `GET /api/people/{id}/notification-decisions`; an id may be an event's or a correlation's, which may look alike. */
export const decisionsOptions = (personId: string, asked: string) =>
  queryOptions({
    queryKey: preferenceKeys.decisions(personId, asked),
    queryFn: async ({ signal }) => {
      const ask = (search: Record<string, string | null>) =>
        requestJson(
          () => shapes().then((module) => module.NotificationDecisions),
          `/api/people/${encodeURIComponent(personId)}/notification-decisions${searchOf(search)}`,
          { signal },
        );
      const byEvent = UUID.test(asked) ? await ask({ event_id: asked }) : null;
      if (byEvent && byEvent.items.length + byEvent.not_for.length > 0) return byEvent;
      return ask({ correlation_id: asked || null });
    },
    staleTime: 0,
  });
