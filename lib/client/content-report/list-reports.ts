import { infiniteQueryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type { DecideContentReport } from '@/lib/contracts/http/content-report-requests';
import { noCursor } from '../http/page-items';
import { requestJson } from '../http/request-json';
import { searchOf } from '../http/search-of';
import { contentReportKeys } from './content-report-keys';

const fetchList = () =>
  import('@/lib/contracts/http/content-report').then((module) => module.ContentReportList);
const fetchOne = () =>
  import('@/lib/contracts/http/content-report').then((module) => module.ContentReportView);

/** `GET /api/content-reports`: those that are open, or those that are over. */
export function reportListOptions({ open }: { open: boolean }) {
  return infiniteQueryOptions({
    queryKey: contentReportKeys.list({ open }),
    queryFn: ({ pageParam, signal }) =>
      requestJson(fetchList, `/api/content-reports${searchOf({ open, cursor: pageParam })}`, { signal }),
    initialPageParam: noCursor(),
    getNextPageParam: (page) => page.next_cursor,
    // Whoever reported it themselves, or decided in another tab, is told by no notification.
    refetchOnWindowFocus: true,
  });
}

/** `POST /api/content-reports/{id}/decide` */
export function useDecideReport(id: string) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (body: DecideContentReport) =>
      requestJson(fetchOne, `/api/content-reports/${encodeURIComponent(id)}/decide`, {
        method: 'POST',
        body,
      }),
    // Also when it is refused: then somebody else was quicker.
    onSettled: () => queryClient.invalidateQueries({ queryKey: contentReportKeys.all }),
  });
}
