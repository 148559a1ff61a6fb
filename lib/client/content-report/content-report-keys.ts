import type { ContentReportQuery } from '@/lib/contracts/http/content-report-requests';

export type ContentReportFilter = Partial<Pick<ContentReportQuery, 'open'>>;

/** Query keys of what was reported. */
export const contentReportKeys = {
  all: ['content-reports'] as const,
  list: (filter: ContentReportFilter) => ['content-reports', 'list', filter] as const,
};
