import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { noCursor } from '../http/page-items';
import { requestJson } from '../http/request-json';
import { searchOf } from '../http/search-of';
import { type ForumFilter, forumKeys } from './forum-keys';

const fetchList = () => import('@/lib/contracts/http/forum').then((module) => module.ForumPostList);
const fetchSummary = () => import('@/lib/contracts/http/forum').then((module) => module.ForumSummary);

export const forumPath = (courseId: string) => `/api/courses/${encodeURIComponent(courseId)}/forum`;

export const summaryPath = (courseId: string) => `${forumPath(courseId)}/summary`;

/** `GET /api/courses/{id}/forum` */
export function postListOptions(courseId: string, filter: ForumFilter) {
  return infiniteQueryOptions({
    queryKey: forumKeys.list(courseId, filter),
    queryFn: ({ pageParam, signal }) =>
      requestJson(fetchList, `${forumPath(courseId)}${searchOf({ ...filter, cursor: pageParam })}`, {
        signal,
      }),
    initialPageParam: noCursor(),
    getNextPageParam: (page) => page.next_cursor,
  });
}

/** `GET /api/courses/{id}/forum/summary` */
export function forumSummaryOptions(courseId: string) {
  return queryOptions({
    queryKey: forumKeys.summary(courseId),
    queryFn: ({ signal }) => requestJson(fetchSummary, summaryPath(courseId), { signal }),
  });
}
