import { infiniteQueryOptions } from '@tanstack/react-query';
import { noCursor } from '../http/page-items';
import { requestJson } from '../http/request-json';
import { searchOf } from '../http/search-of';
import { type NotificationFilter, notificationKeys } from './notification-keys';

const fetchShape = () =>
  import('@/lib/contracts/http/notification').then((module) => module.NotificationList);

/** `GET /api/notifications`, newest first, a page at a time. */
export function notificationListOptions(filter: NotificationFilter) {
  return infiniteQueryOptions({
    queryKey: notificationKeys.list(filter),
    queryFn: ({ pageParam, signal }) =>
      requestJson(fetchShape, notificationListPath({ ...filter, ...placeOf(pageParam) }), { signal }),
    initialPageParam: noCursor(),
    getNextPageParam: (page) => page.next_cursor,
  });
}

/** The same for who may go through all of it: what is far from what is shown is let go of, and asked for again. */
export function inboxListOptions(filter: NotificationFilter) {
  return infiniteQueryOptions({
    ...notificationListOptions(filter),
    queryKey: notificationKeys.inbox(filter),
    getPreviousPageParam: ({ previous_cursor }) => previous_cursor && upwards + previous_cursor,
    maxPages: MOST_PAGES,
  });
}

/** As many pages of the inbox are kept. */
export const MOST_PAGES = 10;

const upwards = '<';
const placeOf = (param: string | null) =>
  param?.startsWith(upwards) ? { before: param.slice(1) } : { cursor: param };

/** What is not asked for is left out, so that the same list always has the same address. */
export const notificationListPath = (
  asked: NotificationFilter & { cursor?: string | null; before?: string | null },
) =>
  `/api/notifications${searchOf({
    ...asked,
    unread: asked.unread || null,
    archived: asked.archived || null,
    snoozed: asked.snoozed || null,
    limit: asked.cursor || asked.before ? furtherRows : null,
  })}`;

/** The first page is small, to be there soon; who scrolls on gets as many as the server gives. */
const furtherRows = 100;
