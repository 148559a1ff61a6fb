import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type { AtRiskRule, ReportFormat, ReportType } from '@/lib/contracts/http/attendance-report';
import { noCursor } from '../http/page-items';
import { requestJson } from '../http/request-json';
import { searchOf } from '../http/search-of';
import { attendanceKeys } from './attendance-keys';

const path = '/api/attendance/reports';
const shapes = () => import('@/lib/contracts/http/attendance-report');

/** `GET /api/attendance/reports/not-taken`, of the last four weeks. */
export function notTakenOptions() {
  return queryOptions({
    queryKey: [...attendanceKeys.reports, 'not-taken'],
    queryFn: ({ signal }) =>
      requestJson(() => shapes().then((module) => module.NotTakenList), `${path}/not-taken`, { signal }),
  });
}

/** `GET /api/attendance/reports/at-risk`, the worst first. */
export function atRiskOptions(filter: { rule: AtRiskRule; term_id: string }) {
  return infiniteQueryOptions({
    queryKey: [...attendanceKeys.reports, 'at-risk', filter],
    queryFn: ({ pageParam, signal }) =>
      requestJson(
        () => shapes().then((module) => module.AtRiskList),
        `${path}/at-risk${searchOf({ ...filter, cursor: pageParam })}`,
        { signal },
      ),
    initialPageParam: noCursor(),
    getNextPageParam: (page) => page.next_cursor,
  });
}

/** `GET /api/attendance/reports`, the newest first. */
export function madeReportsOptions() {
  return infiniteQueryOptions({
    queryKey: [...attendanceKeys.reports, 'made'],
    queryFn: ({ pageParam, signal }) =>
      requestJson(
        () => shapes().then((module) => module.AttendanceReportList),
        `${path}${searchOf({ cursor: pageParam })}`,
        { signal },
      ),
    initialPageParam: noCursor(),
    getNextPageParam: (page) => page.next_cursor,
  });
}

/** Where the tables are as CSV, and the file of a report that was made. */
export const exportPath = {
  notTaken: `${path}/not-taken/export`,
  atRisk: (filter: { rule: AtRiskRule; term_id: string }) => `${path}/at-risk/export${searchOf(filter)}`,
  made: (id: string) => `${path}/${encodeURIComponent(id)}/file`,
};

export interface ReportWish {
  type: ReportType;
  format: ReportFormat;
  subject_id: string;
  date_from: string;
  date_to: string;
}

/** `POST /api/attendance/reports` */
export function useMakeReport() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (body: ReportWish) =>
      requestJson(() => shapes().then((module) => module.AttendanceReportView), path, {
        method: 'POST',
        body,
      }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: attendanceKeys.reports }),
  });
}
