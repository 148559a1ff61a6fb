'use client';

import { useInfiniteQuery } from '@tanstack/react-query';
import { Flag } from 'lucide-react';
import { PageHeader } from '@/components/layout/page-header';
import { StaleNote } from '@/components/realtime/stale-note';
import { EmptyState, ErrorState, ListSkeleton } from '@/components/ui/list-states';
import { LoadMore } from '@/components/ui/load-more';
import { SegmentedControl } from '@/components/ui/segmented-control';
import { useContentReportText } from '@/lib/client/content-report/content-report-text';
import { reportListOptions } from '@/lib/client/content-report/list-reports';
import { pageItems } from '@/lib/client/http/page-items';
import { useAddressFilter } from '@/lib/client/http/use-address-filter';
import { useListKeys } from '@/lib/client/keyboard/use-list-keys';
import { ReportRow } from './report-row';

/** What people have reported: the open ones, live, or what was decided. */
export function ReportsPage() {
  const text = useContentReportText();
  const address = useAddressFilter();
  const open = address.get('show') !== 'over';
  const list = useInfiniteQuery(reportListOptions({ open }));
  const reports = pageItems(list.data);
  const keys = useListKeys();
  const none = open ? text.noneOpen : text.noneOver;
  return (
    <>
      <PageHeader title={text.title} />
      <StaleNote />
      <div className="mb-4">
        <SegmentedControl
          label={text.title}
          options={[
            { value: 'open', label: text.open },
            { value: 'over', label: text.over },
          ]}
          value={open ? 'open' : 'over'}
          onChange={(value) => address.set({ show: value === 'over' ? 'over' : '' })}
        />
      </div>
      {list.isPending && <ListSkeleton label={text.loading} />}
      {list.isError && !list.data && (
        <ErrorState title={text.notLoaded} error={list.error} onRetry={() => void list.refetch()} />
      )}
      {list.data && reports.length === 0 && (
        <EmptyState icon={Flag} title={none.title}>
          {none.text}
        </EmptyState>
      )}
      {reports.length > 0 && (
        <ul ref={keys} aria-label={text.title} className="max-w-3xl border-t">
          {reports.map((report) => (
            <ReportRow key={report.id} report={report} />
          ))}
        </ul>
      )}
      <LoadMore list={list} />
    </>
  );
}
